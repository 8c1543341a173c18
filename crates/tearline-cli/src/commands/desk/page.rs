//! The page itself: what every reader of it needs, and the script that does the rest.

use super::data::CaseData;
use super::embed::{digest, inert, joined};
use crate::markup::escaped;

/// How an earlier page is known.
const MADE_BY: &str = "<meta name=\"generator\" content=\"tearline desk\">";

const STYLE: &str = include_str!("page/desk.css");

/// The modules, each behind those that it takes something from.
const MODULES: [&str; 18] = [
    include_str!("page/text.js"),
    include_str!("page/quote.js"),
    include_str!("page/actions.js"),
    include_str!("page/open.js"),
    include_str!("page/preview.js"),
    include_str!("page/review.js"),
    include_str!("page/dom.js"),
    include_str!("page/select.js"),
    include_str!("page/keys.js"),
    include_str!("page/rows.js"),
    include_str!("page/drawer.js"),
    include_str!("page/fields.js"),
    include_str!("page/dialogs.js"),
    include_str!("page/views.js"),
    include_str!("page/screen.js"),
    include_str!("page/ways.js"),
    include_str!("page/deeds.js"),
    include_str!("page/main.js"),
];

/// Whether a file is a page that this command wrote.
pub(super) fn is_one(text: &str) -> bool {
    let head: String = text.chars().take(4000).collect();
    head.contains(MADE_BY)
}

/// The page of a case.
pub(super) fn page(case: &CaseData) -> String {
    let script = joined(&MODULES);
    let style = format!("{STYLE}{}", running(&case.banner));
    let title = escaped(&format!("Review desk, case {}", case.number));
    let banner = escaped(&case.banner);
    // Strings, numbers and lists of them always serialize.
    let data = inert(&serde_json::to_string(case).unwrap_or_default());
    let timelines: String = case
        .documents
        .iter()
        .enumerate()
        .filter_map(|(at, it)| Some((at, it.timeline.as_ref()?)))
        .map(|(at, picture)| format!("<template id=\"timeline-{at}\">{picture}</template>"))
        .collect();
    let policy = policy(&script, &style, case);
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">{MADE_BY}\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"referrer\" content=\"no-referrer\"><meta name=\"color-scheme\" content=\"light dark\">\
         <title>{title}</title><style>{style}</style></head>\n\
         <body><header class=\"banner\"><p>{banner}</p><p>{INTERNAL}</p></header>\n\
         <div id=\"desk\"><noscript><p class=\"plain\">This page needs the script that it brings along.</p></noscript></div>\n\
         <p id=\"said\" class=\"said\" role=\"status\" aria-live=\"polite\"></p>\n\
         <footer class=\"banner\"><p>{banner}</p><p>{INTERNAL}</p></footer>\n\
         {timelines}<script type=\"application/json\" id=\"case\">{data}</script>\n\
         <script type=\"module\">{script}</script></body></html>\n",
    )
}

/// What the page is, in words.
const INTERNAL: &str =
    "Internal working page: it holds the documents whole, and is not for release";

/// Nothing is fetched, nothing is sent, and nothing runs but what the page brings.
fn policy(script: &str, style: &str, case: &CaseData) -> String {
    let mut styles = vec![digest(style)];
    let pictures = case.documents.iter().filter_map(|it| it.timeline.as_ref());
    for picture in pictures {
        let own = picture
            .split_once("<style>")
            .and_then(|(_, rest)| rest.split_once("</style>"));
        let own = own.map(|(own, _)| digest(own));
        styles.extend(own.filter(|own| !styles.contains(own)));
    }
    format!(
        "default-src 'none'; script-src {}; style-src {}; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        digest(script),
        styles.join(" ")
    )
}

/// The banner for every printed page. In a style sheet a string may hold nothing but what is escaped.
fn running(banner: &str) -> String {
    let content: String = banner
        .chars()
        .map(|c| match c.is_ascii_alphanumeric() || c == ' ' {
            true => c.to_string(),
            false => format!("\\{:x} ", u32::from(c)),
        })
        .collect();
    format!("@page{{@top-center{{content:\"{content}\"}}@bottom-center{{content:\"{content}\"}}}}")
}
