//! The functions as DataFusion takes them.

use std::sync::Arc;

use datafusion::common::Result;
use datafusion::execution::FunctionRegistry;
use datafusion::logical_expr::{AggregateUDF, ScalarUDF};

use crate::functions::{FUNCTIONS, Function};
use crate::rollup::RollUp;

/// The functions of this crate that answer row by row.
///
/// ```
/// let functions = tearline_datafusion::scalar_functions();
/// assert!(functions.iter().any(|function| function.name() == "tearline_release"));
/// assert!(functions.iter().all(|function| function.documentation().is_some()));
/// ```
#[must_use]
pub fn scalar_functions() -> Vec<Arc<ScalarUDF>> {
    let functions = FUNCTIONS.iter().map(Function::new);
    functions
        .map(|function| Arc::new(ScalarUDF::new_from_impl(function)))
        .collect()
}

/// The functions of this crate that answer for a group.
///
/// ```
/// let [rollup] = <[_; 1]>::try_from(tearline_datafusion::aggregate_functions()).unwrap();
/// assert_eq!(rollup.name(), "tearline_rollup");
/// ```
#[must_use]
pub fn aggregate_functions() -> Vec<Arc<AggregateUDF>> {
    vec![Arc::new(AggregateUDF::new_from_impl(RollUp::new()))]
}

/// Adds all functions of this crate to a session.
///
/// ```
/// use datafusion::execution::FunctionRegistry;
/// use datafusion::prelude::SessionContext;
///
/// let mut context = SessionContext::new();
/// tearline_datafusion::register(&mut context)?;
/// assert!(context.udf("tearline_portions").is_ok());
/// # Ok::<(), datafusion::error::DataFusionError>(())
/// ```
///
/// # Errors
///
/// Where the session takes no functions.
pub fn register(registry: &mut dyn FunctionRegistry) -> Result<()> {
    for function in scalar_functions() {
        registry.register_udf(function)?;
    }
    for function in aggregate_functions() {
        registry.register_udaf(function)?;
    }
    Ok(())
}
