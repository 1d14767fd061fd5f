//! Scores as a table for people.

use super::{Counts, GeoScores, Scores, Step, TimexScores};

/// The table, ending with a line break.
pub fn table(scores: &Scores) -> String {
    let mut lines = vec![format!("{} documents", scores.documents), String::new()];
    lines.push(format!(
        "{:14}{:9}{:>7}{:>7}{:>7}{:>8}{:>8}{:>8}{:>9}",
        "", "", "P", "R", "F1", "gold", "pred", "match", "ignored"
    ));
    let types = scores.types.iter().map(|(kind, ways)| (kind.as_str(), ways));
    for (kind, ways) in types.chain([("micro", &scores.micro)]) {
        lines.push(row(kind, "strict", &ways.strict));
        lines.push(row("", "overlap", &ways.overlap));
    }
    lines.extend(scores.timex.iter().flat_map(|timex| [String::new(), timex_line(timex)]));
    lines.extend(scores.geo.iter().flat_map(|geo| [String::new(), geo_line(geo)]));
    lines.push(String::new());
    lines.join("\n")
}

/// The most frequent kinds of error, a line each.
pub fn errors_table(errors: &[(String, usize)]) -> String {
    let mut lines = vec![String::new(), "errors".to_owned()];
    lines.extend(errors.iter().map(|(kind, count)| format!("{count:7}  {kind}")));
    lines.push(String::new());
    lines.join("\n")
}

/// For each step of confidence, how many predictions there are and how many are right.
pub fn reliability_table(steps: &[Step]) -> String {
    let head = format!("{:12}{:>7}{:>9}{:>7}", "confidence", "pred", "mean", "right");
    let mut lines = vec![String::new(), head];
    let width = 1.0 / steps.len() as f64;
    for (i, step) in steps.iter().enumerate().filter(|(_, step)| step.predicted > 0) {
        let share = |sum: f64| 100.0 * sum / step.predicted as f64;
        let (mean, right) = (share(step.confidence), share(step.right as f64));
        let (from, to) = (i as f64 * width, (i + 1) as f64 * width);
        let predicted = step.predicted;
        lines.push(format!("{from:.1} to {to:.1}  {predicted:7}{mean:9.1}{right:7.1}"));
    }
    lines.push(String::new());
    lines.join("\n")
}

fn row(kind: &str, way: &str, counts: &Counts) -> String {
    let [p, r, f] = [counts.precision, counts.recall, counts.f1].map(|share| 100.0 * share);
    let Counts { gold, predicted, matched, ignored, .. } = counts;
    format!("{kind:14}{way:9}{p:7.2}{r:7.2}{f:7.2}{gold:8}{predicted:8}{matched:8}{ignored:9}")
}

fn timex_line(timex: &TimexScores) -> String {
    let percent =
        |share: Option<f64>| share.map_or("none".into(), |share| format!("{:.2}", 100.0 * share));
    format!(
        "timex   strict F1 {}   relaxed F1 {}   value F1 {} (accuracy {} of {})   \
         type F1 {} (accuracy {} of {})",
        percent(Some(timex.strict_f1)),
        percent(Some(timex.relaxed_f1)),
        percent(timex.value_f1),
        percent(timex.value_accuracy),
        timex.value_judged,
        percent(timex.type_f1),
        percent(timex.type_accuracy),
        timex.type_judged
    )
}

fn geo_line(geo: &GeoScores) -> String {
    let median = geo.median_km.map_or("none".into(), |km| format!("{km:.1} km"));
    format!(
        "geo     within 161 km: {:.2} of {} matched, {:.2} of {} gold; median error {median} over {}",
        100.0 * geo.accuracy161_matched,
        geo.matched,
        100.0 * geo.accuracy161_all,
        geo.gold,
        geo.resolved
    )
}
