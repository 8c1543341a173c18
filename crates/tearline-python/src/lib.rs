//! The native half of the Python package `tearline`: the library, with the interpreter let go while it works.
//!
//! What Python sees as values (portions, verdicts, days, findings) are data classes of the package, in
//! `python/tearline/_values.py`; the classes here hold what belongs to the library.

mod assessment;
mod cells;
mod column;
mod convert;
mod decisions;
mod document;
mod errors;
mod known;
mod marks;
mod parts;
mod reader;
mod release;
mod reviews;
mod rows;
mod style;
mod values;

use pyo3::prelude::*;

/// The native half of `tearline`.
#[pymodule(gil_used = false)]
fn _tearline(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add_class::<document::Document>()?;
    module.add_class::<assessment::Assessment>()?;
    module.add_class::<release::Release>()?;
    module.add_class::<marks::Marking>()?;
    module.add_class::<reader::Reader>()?;
    module.add_class::<column::Columns>()?;
    module.add_function(wrap_pyfunction!(marks::rollup, module)?)?;
    module.add_function(wrap_pyfunction!(marks::reads, module)?)?;
    module.add_function(wrap_pyfunction!(column::release_column, module)?)?;
    module.add_function(wrap_pyfunction!(document::restore_document, module)?)?;
    module.add_function(wrap_pyfunction!(assessment::restore_assessment, module)?)?;
    module.add_function(wrap_pyfunction!(release::restore_release, module)?)?;
    Ok(())
}
