namespace ToolGen.Specification.Findings;

/// <summary>The kind <c>sql</c>: what shows when the statement is read (SPEC §5).</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor SqlUnreadable = Sql(
        "TG2240",
        "Statement that can't be read as one",
        "the statement is not run: {0}",
        "Write one statement, with values in holes: `{{name}}`.",
        "Where databases could read a text in two ways, one of them might run what the other takes for text. A second statement would run unseen.",
        "\"sql\": \"DELETE FROM cart WHERE id = {id}; SELECT 1 AS done\"",
        "\"sql\": \"DELETE FROM cart WHERE id = {id}\"");

    public static readonly FindingDescriptor SqlSchema = Sql(
        "TG2241",
        "Statement that is none of rows",
        "the statement is not run: {0}",
        "Read with SELECT; change rows with INSERT, UPDATE or DELETE and `\"writes\": true`. Tables are made by the project, those of samples in `given.sql`.",
        "A tool works with the rows of a granted database. What changes tables, settings, rights or files is refused by the host, whatever the tool's capabilities.",
        "\"sql\": \"DROP TABLE cart\"",
        "\"sql\": \"DELETE FROM cart WHERE id = {id}\", \"writes\": true");

    public static readonly FindingDescriptor SqlWrites = Sql(
        "TG2242",
        "Statement that writes, unsaid",
        "{0}",
        "Write `\"writes\": true` beside `sql`.",
        "A session is read-only unless the spec says that it writes: then the tool has the capability to, which a person approves.",
        "\"sql\": \"DELETE FROM cart WHERE id = {id}\"",
        "\"sql\": \"DELETE FROM cart WHERE id = {id}\", \"writes\": true");

    public static readonly FindingDescriptor SqlName = Sql(
        "TG2243",
        "Name that reaches beyond rows",
        "the statement is not run: {0}",
        "Leave it out.",
        "Functions that read files, open connections, sleep, lock, change settings or run a text as SQL work in a read-only session too.",
        "\"sql\": \"SELECT pg_read_file('/etc/passwd') AS text\"",
        "\"sql\": \"SELECT text FROM notes WHERE id = {id}\"");

    public static readonly FindingDescriptor SqlHoleName = Sql(
        "TG2244",
        "Hole where a name must stand",
        "the hole '{0}' stands where a name of the database must stand",
        "Let a value choose between names: {{\"choose\": \"{0}\", \"sql\": {{\"name\": \"ORDER BY name\", \"date\": \"ORDER BY day\"}}}}.",
        "A hole is a parameter, and a parameter is a value: as `ORDER BY` it orders nothing, as a table or column it is an error of the database. Names come from the spec alone.",
        "\"sql\": \"SELECT id FROM orders ORDER BY {sort}\"",
        "\"sql\": [ \"SELECT id FROM orders\", { \"choose\": \"sort\", \"sql\": { \"name\": \"ORDER BY name\", \"day\": \"ORDER BY day\" } } ]");

    public static readonly FindingDescriptor SqlHoleList = Sql(
        "TG2245",
        "Value that is no parameter",
        "'{0}' is {1}, which cannot stand here",
        "Write `IN ({{{0}}})` for a list, the hole alone in the parentheses; of an object name a member.",
        "A parameter is one value. In `IN (…)` a list becomes as many parameters as it has elements; an empty one matches nothing.",
        "\"sql\": \"SELECT id FROM orders WHERE country = {countries}\"",
        "\"sql\": \"SELECT id FROM orders WHERE country IN ({countries})\"");

    public static readonly FindingDescriptor SqlHoleWord = Sql(
        "TG2246",
        "Unknown word behind a hole",
        "the hole '{0}' ends with no word that is known, or is no text",
        "Write {{name:contains}} or {{name:starts}} behind LIKE, with a text; else the name alone.",
        "The word says which wildcards are put around the value. Those inside of it are escaped.",
        "\"sql\": \"SELECT id FROM t WHERE name LIKE {name:like}\"",
        "\"sql\": \"SELECT id FROM t WHERE name LIKE {name:contains}\"");

    public static readonly FindingDescriptor SqlUnordered = new(
        "TG2247",
        "LIMIT without ORDER BY",
        FindingSeverity.Warning,
        "{0} cuts rows that have no order",
        "Write ORDER BY before it, with a key that tells all rows apart as the last.",
        "Without an order a database may give other rows each time: samples pass by chance, and pages repeat or leave out rows.",
        "\"sql\": \"SELECT id FROM orders LIMIT {limit}\"",
        "\"sql\": \"SELECT id FROM orders ORDER BY id LIMIT {limit}\"");

    public static readonly FindingDescriptor SqlColumnMissing = Sql(
        "TG2248",
        "Column that is missing",
        "the statement gives no column '{0}'; its columns are {1}",
        "Select it, or name a column so with `AS {0}`; a property that has its value from elsewhere stands in `result`.",
        "Columns fill properties by name.",
        "\"sql\": \"SELECT id, SUM(total) AS sum FROM orders GROUP BY id\"",
        "\"sql\": \"SELECT id, SUM(total) AS revenue FROM orders GROUP BY id\"");

    public static readonly FindingDescriptor SqlColumnUnused = new(
        "TG2249",
        "Column that is left over",
        FindingSeverity.Warning,
        "nothing takes the column '{0}'",
        "Leave it out, or name it as a property of the output; a column that only C# needs is typed in `record`: {{\"{0}\": \"string\"}}.",
        "Columns fill the properties of the output's list by name; one without a property has no type.",
        "\"sql\": \"SELECT id, name, secret FROM users\"",
        "\"sql\": \"SELECT id, name FROM users\"");

    public static readonly FindingDescriptor SqlColumnUnnamed = new(
        "TG2250",
        "Column without a certain name",
        FindingSeverity.Warning,
        "the name of '{0}' is the database's to choose",
        "Name each column: `COUNT(*) AS orders`; instead of * write the columns.",
        "Databases name such a column each in their own way, and * gives what the table has tomorrow.",
        "\"sql\": \"SELECT COUNT(*) FROM orders\"",
        "\"sql\": \"SELECT COUNT(*) AS orders FROM orders\"");

    public static readonly FindingDescriptor SqlChoiceMissing = Sql(
        "TG2251",
        "Choice that does not fit",
        "'{0}' allows {1}, the choice has {2}",
        "Write a piece for each value, and no other; a piece can be empty.",
        "A value without a piece would be an error of every call that has it; a piece without a value never stands.",
        "{ \"choose\": \"sort\", \"sql\": { \"name\": \"ORDER BY name\" } }",
        "{ \"choose\": \"sort\", \"sql\": { \"name\": \"ORDER BY name\", \"date\": \"ORDER BY day\" } }");

    public static readonly FindingDescriptor SqlIfAlways = new(
        "TG2252",
        "Condition that always holds",
        FindingSeverity.Warning,
        "'{0}' is never null, so this piece always stands",
        "Leave the default or the `required` out so that it can be absent, or ask for what is meant in `let`: {{\"any\": \"input.{1}.Count > 0\"}}.",
        "`if` holds where a value is not null and, if boolean, true. An empty list is a value: IN () matches nothing.",
        "\"countries\": { \"type\": \"array\", \"items\": { \"type\": \"string\" }, \"default\": [] } … { \"if\": \"countries\", \"sql\": \"AND country IN ({countries})\" }",
        "\"countries\": { \"type\": \"array\", \"items\": { \"type\": \"string\" } } … { \"if\": \"countries\", \"sql\": \"AND country IN ({countries})\" }");

    public static readonly FindingDescriptor SqlCount = Sql(
        "TG2253",
        "Count without a place",
        "'{0}' of `count` is {1}",
        "Name an integer property of the output; count rows of a statement that reads.",
        "`count` gives the number of all rows, without those clauses that order and cut them.",
        "\"count\": \"total\"",
        "\"count\": \"found\" … \"outputSchema\": { \"properties\": { \"found\": { \"type\": \"integer\" } } }");

    public static readonly FindingDescriptor SqlReadOnly = new(
        "TG2254",
        "Writes that never come",
        FindingSeverity.Warning,
        "the statement only reads",
        "Leave `\"writes\": true` out.",
        "The tool would have a capability that it has no use for, and each call would wait for others that write.",
        "\"sql\": \"SELECT id FROM orders\", \"writes\": true",
        "\"sql\": \"SELECT id FROM orders\"");

    private static FindingDescriptor Sql(string id, string title, string what, string how, string why, string wrong, string right) =>
        new(id, title, FindingSeverity.Error, what, how, why, wrong, right);
}
