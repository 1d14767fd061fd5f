//! The user's own dictionaries: that they are read, and that errors in them are told.

use crate::support::Folder;

#[test]
fn errors_name_file_and_line() {
    let folder = Folder::with(&[
        ("a.txt", b"Zorblax left."),
        ("bad.tsv", b"# mine\nZorblax\tperson\nFoo\tpersn\n"),
        ("bad.jsonl", b"{\"surface\":\"Zorblax\",\"type\":\"person\"}\n{\"type\":\"person\"}\n"),
        ("good.tsv", b"surface\ttype\tname\tid\nZorblax\tperson\tZed Orblax\tx1\n"),
        ("ignore.txt", b"# not these\nOslo\nPark Jin\n"),
    ]);
    for (file, message) in [
        ("bad.tsv", "bad.tsv:3: 'persn' is not a type of name: person, place, organization"),
        ("bad.jsonl", "bad.jsonl:2: '' is no surface: it has no letter or digit"),
    ] {
        let done = folder.run(&["--dictionary", file, "a.txt"]);
        assert_eq!(done.stderr, format!("dateline: {message}\n"));
        assert_eq!((done.code, done.stdout.as_str()), (Some(2), ""));
    }
    folder.run(&["--dictionary", "good.tsv", "--ignore", "ignore.txt", "a.txt"]).good();
}
