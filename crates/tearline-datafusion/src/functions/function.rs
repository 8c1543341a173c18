//! A function of the table as DataFusion knows functions.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use datafusion::arrow::array::ArrayRef;
use datafusion::arrow::datatypes::{DataType, Field, FieldRef};
use datafusion::common::Result;
use datafusion::logical_expr::{
    ColumnarValue, DocSection, Documentation, ReturnFieldArgs, ScalarFunctionArgs, ScalarUDFImpl,
    Signature,
};

use crate::arguments::{Arguments, check_constant};
use crate::signature::{Parameter, check_facts, roles, signature, syntax};

/// A row of the table of functions.
pub(crate) struct Entry {
    pub(crate) name: &'static str,
    pub(crate) required: &'static [Parameter],
    pub(crate) optional: &'static [Parameter],
    pub(crate) returns: fn() -> DataType,
    pub(crate) answers: fn(Arguments) -> Result<ArrayRef>,
    pub(crate) description: &'static str,
}

/// A function of the table.
pub(crate) struct Function {
    entry: &'static Entry,
    signature: Signature,
    documentation: Documentation,
}

impl Function {
    pub(crate) fn new(entry: &'static Entry) -> Self {
        Self {
            entry,
            signature: signature(entry.required, entry.optional),
            documentation: documentation(entry),
        }
    }
}

impl ScalarUDFImpl for Function {
    fn name(&self) -> &str {
        self.entry.name
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn coerce_types(&self, given: &[DataType]) -> Result<Vec<DataType>> {
        let roles = roles(
            self.entry.name,
            self.entry.required,
            self.entry.optional,
            given,
        )?;
        Ok(roles.into_iter().map(|(_, taken)| taken).collect())
    }

    fn return_type(&self, _given: &[DataType]) -> Result<DataType> {
        Ok((self.entry.returns)())
    }

    fn return_field_from_args(&self, given: ReturnFieldArgs<'_>) -> Result<FieldRef> {
        let types: Vec<DataType> = given
            .arg_fields
            .iter()
            .map(|it| it.data_type().clone())
            .collect();
        let Entry {
            name,
            required,
            optional,
            ..
        } = self.entry;
        let roles = roles(name, required, optional, &types)?;
        for ((parameter, taken), constant) in roles.iter().zip(given.scalar_arguments) {
            if *parameter == Parameter::Known {
                check_facts(name, taken)?;
            }
            if let Some(constant) = constant {
                check_constant(name, *parameter, constant)?;
            }
        }
        Ok(Arc::new(Field::new(*name, (self.entry.returns)(), true)))
    }

    fn invoke_with_args(&self, given: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let types: Vec<DataType> = given.args.iter().map(ColumnarValue::data_type).collect();
        let Entry {
            name,
            required,
            optional,
            ..
        } = self.entry;
        let roles = roles(name, required, optional, &types)?;
        let arguments = roles
            .into_iter()
            .map(|(parameter, _)| parameter)
            .zip(given.args);
        let arguments = Arguments::new(name, given.number_rows, arguments.collect())?;
        Ok(ColumnarValue::Array((self.entry.answers)(arguments)?))
    }

    fn documentation(&self) -> Option<&Documentation> {
        Some(&self.documentation)
    }
}

fn documentation(entry: &Entry) -> Documentation {
    let section = DocSection {
        include: true,
        label: "Redaction",
        description: None,
    };
    let syntax = syntax(entry.name, entry.required, entry.optional);
    let mut documentation = Documentation::builder(section, entry.description, syntax);
    for parameter in entry.required.iter().chain(entry.optional) {
        documentation = documentation.with_argument(parameter.name(), parameter.description());
    }
    documentation.build()
}

impl PartialEq for Function {
    fn eq(&self, other: &Self) -> bool {
        self.entry.name == other.entry.name
    }
}

impl Eq for Function {}

impl Hash for Function {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.entry.name.hash(state);
    }
}

impl std::fmt::Debug for Function {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Function").field(&self.entry.name).finish()
    }
}
