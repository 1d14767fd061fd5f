//! Reads Python literals (tuples, lists, dicts, strings, numbers) out of a module's source.
//!
//! It evaluates nothing: a name is read as a string, `OrderedDict(…)` as what stands inside.

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};
use std::iter::Peekable;
use std::str::Chars;

/// The literal at the start of `source`; what follows it is left alone.
pub fn literal(source: &str) -> Result<Value> {
    Reader { chars: source.chars().peekable() }.value()
}

/// The literals assigned to variables that `wanted` accepts, with the variable's name.
pub fn assignments(source: &str, wanted: impl Fn(&str) -> bool) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        if let Some((target, _)) = line.split_once('=') {
            let name = target.split(':').next().unwrap_or_default().trim();
            if wanted(name) {
                let value_start = start + target.len() + 1;
                if let Ok(value) = literal(&source[value_start..]) {
                    found.push((name.to_owned(), value));
                }
            }
        }
        start += line.len();
    }
    found
}

/// Every string inside a value; of a dict, its keys (faker weighs names that way).
pub fn strings(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(strings).collect(),
        Value::Object(map) => map.keys().cloned().collect(),
        _ => Vec::new(),
    }
}

struct Reader<'a> {
    chars: Peekable<Chars<'a>>,
}

impl Reader<'_> {
    fn value(&mut self) -> Result<Value> {
        self.skip_blanks();
        match self.chars.peek().copied().context("the literal ends early")? {
            '(' => self.list(')'),
            '[' => self.list(']'),
            '{' => self.dict(),
            '"' | '\'' => self.text().map(Value::String),
            _ => self.word(),
        }
    }

    fn list(&mut self, close: char) -> Result<Value> {
        self.chars.next();
        let mut items = Vec::new();
        loop {
            self.skip_blanks();
            match self.chars.peek().copied().context("a list ends early")? {
                letter if letter == close => {
                    self.chars.next();
                    return Ok(Value::Array(items));
                }
                ',' => {
                    self.chars.next();
                }
                _ => items.push(self.value()?),
            }
        }
    }

    fn dict(&mut self) -> Result<Value> {
        self.chars.next();
        let mut map = Map::new();
        loop {
            self.skip_blanks();
            match self.chars.peek().copied().context("a dict ends early")? {
                '}' => {
                    self.chars.next();
                    return Ok(Value::Object(map));
                }
                ',' => {
                    self.chars.next();
                }
                _ => {
                    let name = match self.value()? {
                        Value::String(name) => name,
                        other => other.to_string(),
                    };
                    self.skip_blanks();
                    if self.chars.next() != Some(':') {
                        bail!("no ':' after '{name}'");
                    }
                    let value = self.value()?;
                    map.insert(name, value);
                }
            }
        }
    }

    fn text(&mut self) -> Result<String> {
        let mut out = String::new();
        while let Some(quote) = self.chars.next_if(|letter| matches!(letter, '"' | '\'')) {
            loop {
                match self.chars.next().context("a string ends early")? {
                    letter if letter == quote => break,
                    '\\' => out.push(self.escape()?),
                    letter => out.push(letter),
                }
            }
            self.skip_blanks();
        }
        Ok(out)
    }

    fn escape(&mut self) -> Result<char> {
        let length = match self.chars.next().context("an escape ends early")? {
            'n' | 't' => return Ok(' '),
            'x' => 2,
            'u' => 4,
            other => return Ok(other),
        };
        let digits: String = self.chars.by_ref().take(length).collect();
        let code =
            u32::from_str_radix(&digits, 16).with_context(|| format!("bad escape '{digits}'"))?;
        char::from_u32(code).with_context(|| format!("bad escape '{digits}'"))
    }

    fn word(&mut self) -> Result<Value> {
        let mut word = String::new();
        while let Some(letter) = self
            .chars
            .next_if(|letter| letter.is_alphanumeric() || matches!(letter, '_' | '.' | '-' | '+'))
        {
            word.push(letter);
        }
        if word.is_empty() {
            bail!("'{:?}' starts no literal", self.chars.peek());
        }
        self.skip_blanks();
        if self.chars.peek() == Some(&'(') {
            let Value::Array(mut items) = self.list(')')? else {
                bail!("a call without arguments")
            };
            return Ok(if items.len() == 1 { items.remove(0) } else { Value::Array(items) });
        }
        if let Ok(number) = word.parse::<f64>() {
            return Ok(Value::from(number));
        }
        Ok(if word == "None" { Value::Null } else { Value::String(word) })
    }

    fn skip_blanks(&mut self) {
        while let Some(letter) = self.chars.peek().copied() {
            if letter == '#' {
                while self.chars.next_if(|letter| *letter != '\n').is_some() {}
            } else if letter.is_whitespace() || letter == '\\' {
                self.chars.next();
            } else {
                return;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_modules_hold() -> Result<()> {
        let value =
            literal("{'a': ('x', \"y's\",), 'b': OrderedDict([('k', 0.5)]), 'c': None} # rest")?;
        assert_eq!(value["a"][1], "y's");
        assert_eq!(value["b"][0][0], "k");
        assert!(value["c"].is_null());
        Ok(())
    }

    #[test]
    fn finds_assignments() {
        let found = assignments(
            "x = 1\nfirst_names: Tuple[str, ...] = (\n  'Ana', # remark\n  'Eva',\n)\n",
            |name| name == "first_names",
        );
        assert_eq!(strings(&found[0].1), ["Ana", "Eva"]);
    }
}
