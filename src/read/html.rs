//! Web pages: the visible text, with a blank line between blocks, and what the page says of itself.
//!
//! Which text is the article's is not judged here: only what a browser does not show, and what the
//! page itself marks as navigation, footer or aside, is left out.

use ego_tree::iter::Edge;
use jiff::civil::Date;
use scraper::node::Element;
use scraper::{Html, Node};
use serde_json::Value;

use super::file_date;

/// A page as it is read.
#[derive(Debug, Default)]
pub struct Page {
    /// The visible text.
    pub text: String,
    /// The content of `<title>`.
    pub title: Option<String>,
    /// When the page says that it was published.
    pub date: Option<Date>,
}

/// Extracts the text of a page.
pub fn extract(markup: &str, keep_furniture: bool) -> Page {
    let html = Html::parse_document(markup);
    let about = About::of(&html);
    Page { text: visible_text(&html, keep_furniture), title: about.title, date: about.date }
}

/// The text that a browser would show. Walks by steps, so that pages may nest as deep as they like.
fn visible_text(html: &Html, keep_furniture: bool) -> String {
    let mut text = Text::default();
    let mut unseen = 0;
    for edge in html.tree.root().traverse() {
        let (node, opens) = match edge {
            Edge::Open(node) => (node, true),
            Edge::Close(node) => (node, false),
        };
        match node.value() {
            Node::Text(piece) if opens && unseen == 0 => text.push(piece),
            Node::Element(element) if is_unseen(element, keep_furniture) => match opens {
                true => unseen += 1,
                false => unseen -= 1,
            },
            Node::Element(element) if unseen == 0 => text.mark(element.name(), opens),
            _ => {}
        }
    }
    text.out
}

/// Whether an element shows nothing, or nothing of the article.
fn is_unseen(element: &Element, keep_furniture: bool) -> bool {
    match element.name() {
        "head" | "script" | "style" | "template" | "noscript" | "noframes" | "iframe"
        | "object" | "canvas" | "audio" | "video" | "svg" | "math" | "map" | "button"
        | "select" | "datalist" | "textarea" | "dialog" => true,
        "nav" | "footer" | "aside" | "menu" if !keep_furniture => true,
        _ => {
            let style = element.attr("style").unwrap_or_default();
            let style = style.replace(' ', "").to_ascii_lowercase();
            element.attr("hidden").is_some() || style.contains("display:none")
        }
    }
}

/// What stands between two pieces of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Tab,
    Line,
    Block,
}

/// Visible text under construction, white space collapsed as browsers do.
#[derive(Default)]
struct Text {
    out: String,
    gap: Gap,
    preformatted: usize,
}

impl Text {
    /// Notes the start or end of an element.
    fn mark(&mut self, element: &str, opens: bool) {
        let gap = match element {
            "br" if opens && self.gap == Gap::Line => Gap::Block,
            "br" => Gap::Line,
            "td" | "th" => Gap::Tab,
            "address" | "article" | "blockquote" | "body" | "caption" | "center" | "dd"
            | "details" | "div" | "dl" | "dt" | "fieldset" | "figcaption" | "figure" | "form"
            | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "header" | "hgroup" | "hr" | "legend"
            | "li" | "main" | "ol" | "option" | "p" | "pre" | "search" | "section" | "summary"
            | "table" | "tbody" | "tfoot" | "thead" | "tr" | "ul" | "aside" | "footer" | "nav"
            | "menu" => Gap::Block,
            _ => Gap::None,
        };
        self.gap = self.gap.max(gap);
        if element == "pre" {
            self.preformatted =
                if opens { self.preformatted + 1 } else { self.preformatted.saturating_sub(1) };
        }
    }

    fn push(&mut self, piece: &str) {
        if self.preformatted > 0 {
            self.close_gap();
            self.out.push_str(piece);
            return;
        }
        let is_space = |c: char| c.is_ascii_whitespace();
        for (i, word) in piece.split(is_space).enumerate() {
            if i > 0 {
                self.gap = self.gap.max(Gap::Space);
            }
            if !word.is_empty() {
                self.close_gap();
                self.out.push_str(word);
            }
        }
    }

    fn close_gap(&mut self) {
        let gap = match std::mem::take(&mut self.gap) {
            _ if self.out.is_empty() => "",
            Gap::None => "",
            Gap::Space => " ",
            Gap::Tab => "\t",
            Gap::Line => "\n",
            Gap::Block => "\n\n",
        };
        self.out.push_str(gap);
    }
}

/// What a page says of itself.
#[derive(Default)]
struct About {
    title: Option<String>,
    date: Option<Date>,
}

impl About {
    /// Looks through the page for its title and for its dates, of which the surest counts.
    fn of(html: &Html) -> Self {
        let mut title = None;
        // By trust: the article's own metadata, linked data, other metadata, times in the text.
        let mut dates = [None; 4];
        for node in html.tree.root().descendants() {
            let Node::Element(element) = node.value() else {
                continue;
            };
            let content = || -> String {
                let texts = node.descendants().filter_map(|child| child.value().as_text());
                texts.map(|text| &**text).collect()
            };
            let (rank, date) = match element.name() {
                "title" if title.is_none() => {
                    title = Some(collapse(&content()));
                    continue;
                }
                "meta" => match metadata_date(element) {
                    Some(found) => found,
                    None => continue,
                },
                "script" if element.attr("type") == Some("application/ld+json") => {
                    (1, linked_date(&content()))
                }
                "time" => (3, element.attr("datetime").and_then(file_date::of_metadata)),
                _ => continue,
            };
            dates[rank] = dates[rank].or(date);
        }
        Self {
            title: title.filter(|title| !title.is_empty()),
            date: dates.into_iter().flatten().next(),
        }
    }
}

/// The date of a `<meta>` element that tells when the page was published, with its rank.
fn metadata_date(element: &Element) -> Option<(usize, Option<Date>)> {
    let names = ["property", "name", "itemprop"];
    let name = names.into_iter().find_map(|name| element.attr(name))?;
    let rank = match name.to_ascii_lowercase().as_str() {
        "article:published_time" | "og:article:published_time" => 0,
        "datepublished"
        | "date"
        | "pubdate"
        | "publishdate"
        | "publish-date"
        | "dc.date"
        | "dc.date.issued"
        | "dcterms.created"
        | "dcterms.issued"
        | "parsely-pub-date"
        | "sailthru.date"
        | "cxenseparse:recs:publishtime" => 2,
        _ => return None,
    };
    Some((rank, element.attr("content").and_then(file_date::of_metadata)))
}

/// The first `datePublished` in a block of JSON-LD.
fn linked_date(json: &str) -> Option<Date> {
    let value: Value = serde_json::from_str(json).ok()?;
    // serde_json bounds the depth of what it reads, so recursion over it is bounded too.
    fn search(value: &Value) -> Option<Date> {
        match value {
            Value::Object(map) => {
                let own = map.get("datePublished").and_then(Value::as_str);
                own.and_then(file_date::of_metadata).or_else(|| map.values().find_map(search))
            }
            Value::Array(values) => values.iter().find_map(search),
            _ => None,
        }
    }
    search(&value)
}

fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn keeps_what_a_reader_sees() {
        for (markup, text) in [
            ("<p>A <b>bold</b>\n  move</p><p>Next</p>", "A bold move\n\nNext"),
            ("one<br>two<br><br>three", "one\ntwo\n\nthree"),
            ("<ul><li>a<li>b</ul>", "a\n\nb"),
            ("<table><tr><td>Chala<td>4<tr><td>Atico<td>3</table>", "Chala\t4\n\nAtico\t3"),
            ("<script>x()</script><style>p{}</style><nav>Home</nav>News", "News"),
            (
                "<noscript>Turn it on</noscript><p hidden>no</p><p style='display: none'>no</p>y",
                "y",
            ),
            ("<pre>a\n  b</pre>c", "a\n  b\n\nc"),
            ("R&amp;D &lt;now&gt; caf&eacute;", "R&D <now> café"),
            ("<title>T</title>text", "text"),
            ("un<wbr>break<!-- no -->able", "unbreakable"),
            ("", ""),
        ] {
            assert_eq!(extract(markup, false).text, text, "{markup}");
        }
        assert_eq!(extract("<nav>Home</nav>News", true).text, "Home\n\nNews");
    }

    #[test]
    fn reads_title_and_date() {
        let time = "<time datetime='2023-11-01'>then</time>";
        let meta = "<meta name=date content='2023-11-02'>";
        let linked = r#"<script type="application/ld+json">{"@graph":[{"datePublished":"2023-11-03T08:00Z"}]}</script>"#;
        let own = "<meta property='article:published_time' content='2023-11-04T08:00:00+09:00'>";
        for (markup, day) in [
            (format!("{time}{meta}{linked}{own}"), 4),
            (format!("{time}{meta}{linked}"), 3),
            (format!("{time}{meta}"), 2),
            (time.to_owned(), 1),
        ] {
            let page = extract(&markup, false);
            assert_eq!(page.date, Some(date(2023, 11, day)), "{markup}");
        }
        let page = extract("<title> A\n title </title><svg><title>icon</title></svg>", false);
        assert_eq!((page.title.as_deref(), page.date), (Some("A title"), None));
    }

    #[test]
    fn survives_any_nesting() {
        let deep = format!("{}Oslo", "<div>".repeat(3_000));
        assert_eq!(extract(&deep, false).text, "Oslo");
    }
}
