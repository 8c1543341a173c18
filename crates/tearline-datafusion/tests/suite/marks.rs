//! Marks by themselves, and the banner over a group.

use crate::support::{rows, value};

#[tokio::test]
async fn a_mark_is_read_with_and_without_parentheses() {
    assert_eq!(
        value("SELECT tearline_canonical('(S//NF/OC)')").await,
        "S//OC/NF"
    );
    assert_eq!(
        value("SELECT tearline_canonical('S//NF/OC')").await,
        "S//OC/NF"
    );
    assert_eq!(value("SELECT tearline_canonical('S//NFF')").await, "∅");
}

#[tokio::test]
async fn why_a_mark_cannot_be_read_stands_beside_it() {
    let marks = rows(
        "SELECT m['canonical'], m['banner'], m['level'], m['refused'] FROM \
         (SELECT tearline_mark(mark) AS m FROM (VALUES ('S//NF'), ('S//NOFRN'), (NULL)) AS t(mark))",
    )
    .await;
    assert_eq!(marks[0], ["S//NF", "SECRET//NOFORN", "SECRET", "∅"]);
    assert!(marks[1][3].contains("did you mean `NOFORN`?"), "{marks:?}");
    assert_eq!(marks[2], ["∅", "∅", "∅", "there is no mark"]);
}

#[tokio::test]
async fn who_may_read_what() {
    for (mark, reader, access) in [
        ("S//REL TO USA, GBR", "clearance=S citizen=GBR", "permit"),
        (
            "(S//DISPLAY ONLY GBR)",
            "clearance=S citizen=GBR",
            "view-only",
        ),
        ("S//NF", "clearance=S citizen=GBR", "deny"),
        ("S//NFF", "all", "∅"),
    ] {
        assert_eq!(
            value(&format!("SELECT tearline_reads('{mark}', '{reader}')")).await,
            access,
            "{mark}"
        );
    }
}

#[tokio::test]
async fn the_banner_over_a_group_is_its_roll_up() {
    let banners = rows(
        "SELECT id, tearline_rollup(mark) FROM (VALUES \
         (1, 'S//NF'), (1, 'U//FOUO'), (1, '(S//REL TO USA, JPN)'), (2, 'U'), (2, 'C'), \
         (3, 'S'), (3, 'S//NFF'), (4, 'U'), (4, NULL)) AS t(id, mark) GROUP BY id ORDER BY id",
    )
    .await;
    assert_eq!(
        banners,
        [
            ["1", "SECRET//NOFORN"],
            ["2", "CONFIDENTIAL"],
            ["3", "∅"],
            ["4", "∅"]
        ]
    );
    assert_eq!(
        value("SELECT tearline_rollup(mark) FROM (SELECT 'U' AS mark) WHERE mark = 'C'").await,
        "∅"
    );
}

/// CAPCO 2016 B.3 Table 2: a classified portion without a release marking counts as RELIDO from 28 June 2010 on, and before
/// as NOFORN.
#[tokio::test]
async fn without_a_date_the_more_protective_reading_counts() {
    let banner = |dated: &str| {
        let query = format!(
            "SELECT tearline_rollup(mark{dated}) FROM (VALUES ('S//RELIDO'), ('S')) AS t(mark)"
        );
        async move { value(&query).await }
    };
    assert_eq!(banner("").await, "SECRET//NOFORN");
    assert_eq!(banner(", DATE '2009-01-01'").await, "SECRET//NOFORN");
    assert_eq!(banner(", DATE '2016-01-01'").await, "SECRET//RELIDO");
    assert_eq!(banner(", CAST(NULL AS DATE)").await, "SECRET//NOFORN");
}

#[tokio::test]
async fn a_roll_up_of_parts_is_that_of_the_whole() {
    let of = |partitions: usize| async move {
        let context = crate::support::session();
        context
            .sql(&format!(
                "SET datafusion.execution.target_partitions = {partitions}"
            ))
            .await
            .unwrap();
        let query = "SELECT year, tearline_rollup(p['marking']) AS banner FROM \
             (SELECT year, unnest(tearline_portions(text, 'all', '2001-01-01')) AS p FROM example_cables(200)) \
             WHERE p['kind'] = 'paragraph' GROUP BY year ORDER BY year";
        context.sql(query).await.unwrap().to_string().await.unwrap()
    };
    let whole = of(1).await;
    assert!(whole.contains("SECRET"), "{whole}");
    assert_eq!(of(3).await, whole);
}
