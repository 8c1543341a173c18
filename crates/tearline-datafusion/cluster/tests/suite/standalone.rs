//! Scheduler and executor in this process.

use tearline_datafusion::Shell;

use crate::support::{QUERIES, answer, call, collection, expected};

#[tokio::test(flavor = "multi_thread")]
async fn a_cluster_in_one_process_answers_as_one_process() {
    let folder = tempfile::tempdir().unwrap();
    collection(folder.path(), 80).await;
    let mut shell = Shell::new("");
    shell.cores = std::num::NonZeroUsize::new(2);
    let context = tearline_ballista::standalone(&shell).await.unwrap();
    call(&context, folder.path()).await;
    for query in QUERIES {
        let answer = answer(&context, query).await.unwrap();
        assert!(answer.lines().count() > 8, "{answer}");
        assert_eq!(answer, expected(folder.path(), query).await, "{query}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_query_is_said() {
    let context = tearline_ballista::standalone(&Shell::new(""))
        .await
        .unwrap();
    let said = answer(&context, "SELECT tearline_release('a', 'X', '2010-01-01')")
        .await
        .unwrap_err();
    assert!(
        said.contains("the argument `reader` cannot be read"),
        "{said}"
    );
}
