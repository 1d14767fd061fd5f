//! `codes!`: enums whose variants are stored as their index and named in data files.
//! Shared with `build.rs`.

/// Declares an enum with a text for each variant, which is also its documentation.
macro_rules! codes {
    ($(#[$doc:meta])* $name:ident { $($(#[$more:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$more])* #[doc = $text] $variant,)* }

        impl $name {
            /// Every variant, in the order of their codes.
            pub const ALL: &[$name] = &[$($name::$variant,)*];

            /// The text that stands for it in data files and explanations.
            pub fn name(self) -> &'static str {
                match self { $($name::$variant => $text,)* }
            }

            /// The variant with this code.
            pub fn from_code(code: u8) -> Option<Self> {
                Self::ALL.get(usize::from(code)).copied()
            }

            /// The variant with this text.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|variant| variant.name() == name)
            }
        }
    };
}
