/**
 * Exact's part of the OData 2 expression language: comparisons, and/or/not, brackets and calls. There is
 * no arithmetic. From the loosest to the tightest: or, and, eq/ne, gt/ge/lt/le, not.
 */
export const grammar = String.raw`
{{
	const fold = (head, tail) =>
		tail.reduce((left, [, operator, , right]) => ({ kind: 'binary', ...operator, left, right }), head);
}}

Filter = _ of:Or _ { return of; }
OrderBy = _ head:OrderItem tail:(_ "," _ of:OrderItem { return of; })* _ { return [head, ...tail]; }
SkipToken = head:Literal tail:("," of:Literal { return of; })* { return [head, ...tail]; }
Key = Literal

OrderItem = path:Path direction:(__ of:("asc" / "desc") End { return of; })?
	{ return { path, descending: direction === 'desc', at: offset() }; }

Or = head:And tail:(_ OrOperator _ And)* { return fold(head, tail); }
And = head:Equality tail:(_ AndOperator _ Equality)* { return fold(head, tail); }
Equality = head:Relation tail:(_ EqualityOperator _ Relation)* { return fold(head, tail); }
Relation = head:Unary tail:(_ RelationOperator _ Unary)* { return fold(head, tail); }

OrOperator = operator:"or" End { return { operator, at: offset() }; }
AndOperator = operator:"and" End { return { operator, at: offset() }; }
EqualityOperator = operator:("eq" / "ne") End { return { operator, at: offset() }; }
RelationOperator = operator:("gt" / "ge" / "lt" / "le") End { return { operator, at: offset() }; }

Unary
	= "not" End _ of:Unary { return { kind: 'not', of, at: offset() }; }
	/ "(" _ of:Or _ ")" { return of; }
	/ Literal
	/ Call
	/ path:Path { return { kind: 'property', path, at: offset() }; }

Call = name:Name _ "(" _ args:Arguments? _ ")"
	{ return { kind: 'call', name, args: args ?? [], at: offset() }; }
Arguments = head:Or tail:(_ "," _ of:Or { return of; })* { return [head, ...tail]; }

Literal
	= "null" End { return { kind: 'literal', type: 'null', text: 'null', at: offset() }; }
	/ text:("true" / "false") End { return { kind: 'literal', type: 'boolean', text, at: offset() }; }
	/ type:("guid" / "datetime") text:Quoted { return { kind: 'literal', type, text, at: offset() }; }
	/ text:Quoted { return { kind: 'literal', type: 'string', text, at: offset() }; }
	/ text:$("-"? Digits ("." Digits)? ([eE] [+-]? Digits)? [lLmMdDfF]?) End
		{ return { kind: 'literal', type: 'number', text, at: offset() }; }

// A quote inside a text is doubled; everything else, line breaks too, stands for itself.
Quoted = "'" parts:("''" { return "'"; } / [^'])* "'" { return parts.join(''); }

Path = $(Name ("/" Name)*)
Name = $([A-Za-z_] [A-Za-z0-9_]*)
Digits = [0-9]+
End = ![A-Za-z0-9_]
_ = [ \t\r\n]*
__ = [ \t\r\n]+
`;
