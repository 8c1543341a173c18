//! Constants as table functions are given them.

use datafusion::common::{Result, plan_err};
use datafusion::logical_expr::Expr;

/// A text.
pub(crate) fn text<'e>(function: &str, given: &'e Expr) -> Result<&'e str> {
    let text = match given {
        Expr::Literal(value, _) => value.try_as_str().flatten(),
        _ => None,
    };
    match text {
        Some(text) => Ok(text),
        None => plan_err!("{function} takes constants; this argument is a text"),
    }
}

/// A number of rows.
pub(crate) fn number(function: &str, given: &Expr) -> Result<u32> {
    let number = match given {
        Expr::Literal(value, _) => value.to_string().parse().ok(),
        _ => None,
    };
    match number {
        Some(number) => Ok(number),
        None => plan_err!("{function} takes constants; this argument is a number"),
    }
}
