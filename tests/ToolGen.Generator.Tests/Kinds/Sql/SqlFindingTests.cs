using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;

namespace ToolGen.Generator.Tests.Kinds.Sql;

[TestClass]
public sealed class SqlFindingTests
{
    private const string Name = "SELECT name FROM t";

    [TestMethod]
    [DataRow("\"sql\": \"SELECT name FROM t WHERE name = '{name}'\"", "TG0062 {name}")]
    [DataRow("\"sql\": \"SELECT name FROM t WHERE name LIKE '%{name}%'\"", "TG0062 {name}")]
    [DataRow("\"sql\": \"SELECT \\\"{name}\\\" AS name FROM t\"", "TG0062 {name}")]
    [DataRow("\"sql\": \"SELECT name FROM t -- {name}\"", "TG0062 {name}")]
    [DataRow("\"sql\": \"SELECT name FROM t /* {name} */\"", "TG0062 {name}")]
    [DataRow("\"sql\": \"SELECT name FROM t -- don't\\nWHERE id = {id}\"", "")]
    [DataRow("\"sql\": \"SELECT name FROM t; DROP TABLE t\"", "TG2240 ;")]
    [DataRow("\"sql\": \"SELECT name FROM t;\"", "")]
    [DataRow("\"sql\": \"SELECT name FROM t WHERE name = 'x\"", "TG2240 'x")]
    [DataRow("\"sql\": [\"SELECT name FROM t WHERE name = '\", {\"if\": \"name\", \"sql\": \"' OR 1 = {id}\"}]", "TG0062 {id}")]
    [DataRow("\"sql\": [\"SELECT name FROM t WHERE name = '\", {\"if\": \"name\", \"sql\": \"' OR 1 = 1\"}]", "TG2240 '; TG2240 ' OR 1 = 1")]
    [DataRow("\"sql\": \"SELECT name FROM t WHERE id = @other\"", "TG2240 @")]
    [DataRow("\"sql\": \"DROP TABLE t\"", "TG2241 DROP")]
    [DataRow("\"sql\": \"CREATE TABLE x (y)\", \"writes\": true", "TG2241 CREATE")]
    [DataRow("\"sql\": \"ATTACH 'x' AS y\"", "TG2241 ATTACH")]
    [DataRow("\"sql\": \"PRAGMA query_only = 0\"", "TG2241 PRAGMA")]
    [DataRow("\"sql\": \"COPY t TO '/tmp/x'\"", "TG2241 COPY")]
    [DataRow("\"sql\": \"SET ROLE admin\"", "TG2241 SET")]
    [DataRow("\"sql\": \"DO $$ BEGIN END $$\"", "TG2241 DO")]
    [DataRow("\"sql\": \"SELECT name INTO x FROM t\"", "TG2241 INTO")]
    [DataRow("\"sql\": \"SELECT load_extension('x') AS name\"", "TG2243 load_extension")]
    [DataRow("\"sql\": \"SELECT pg_read_file('/etc/passwd') AS name\"", "TG2243 pg_read_file")]
    [DataRow("\"sql\": \"SELECT pg_catalog.\\\"pg_sleep\\\"(1) AS name\"", "TG2243 \\\"pg_sleep\\\"")]
    [DataRow("\"sql\": \"SELECT U&\\\"pg\\\\005fsleep\\\"(1) AS name\"", "TG2240 U")]
    [DataRow("\"sql\": \"SELECT name FROM {name}\"", "TG2244 {name}")]
    [DataRow("\"sql\": \"SELECT name FROM t ORDER BY {name}\"", "TG2244 {name}")]
    [DataRow("\"sql\": \"SELECT name FROM t ORDER BY id, {name} DESC\"", "TG2244 {name}")]
    [DataRow("\"sql\": \"SELECT {name}.name AS name FROM t\"", "TG2244 {name}")]
    [DataRow("\"sql\": \"SELECT t.name FROM t WHERE id IS DISTINCT FROM {id} AND substring(name FROM {id}) = {name}\"", "")]
    [DataRow("\"sql\": \"SELECT name FROM t WHERE id = {ids}\"", "TG2245 {ids}")]
    [DataRow("\"sql\": \"SELECT name FROM t WHERE id IN {ids}\"", "TG2245 {ids}")]
    [DataRow("\"sql\": \"SELECT name FROM t WHERE id IN ({ids})\"", "")]
    [DataRow("\"sql\": \"SELECT name FROM t WHERE id NOT  in ( {ids} )\"", "")]
    [DataRow("\"sql\": \"SELECT name FROM t WHERE name = {user}\"", "TG2245 {user}")]
    [DataRow("\"sql\": \"SELECT name FROM t WHERE name = {user.name}\"", "")]
    [DataRow("\"sql\": \"SELECT name FROM t WHERE name LIKE {name:like}\"", "TG2246 {name:like}")]
    [DataRow("\"sql\": \"SELECT name FROM t WHERE name LIKE {ids:contains}\"", "TG2246 {ids:contains}")]
    [DataRow("\"sql\": \"SELECT name FROM t WHERE name = {nam}\"", "TG2122 {nam}")]
    [DataRow("\"sql\": \"SELECT name FROM t LIMIT {limit}\"", "TG2247 LIMIT")]
    [DataRow("\"sql\": \"SELECT name FROM (SELECT name FROM t ORDER BY id) AS x LIMIT {limit}\"", "TG2247 LIMIT")]
    [DataRow("\"sql\": [\"SELECT name FROM t\", {\"choose\": \"sort\", \"sql\": {\"name\": \"ORDER BY name\", \"day\": \"ORDER BY day\"}}, \"LIMIT {limit}\"]", "")]
    [DataRow("\"sql\": \"SELECT name FROM t\", \"record\": {\"name\": \"string\", \"more\": \"integer\"}", "TG2248 \"more\"")]
    [DataRow("\"sql\": \"SELECT name FROM t\", \"record\": {\"name\": \"string\", \"more?\": \"integer\"}", "")]
    [DataRow("\"sql\": \"SELECT name, secret FROM t\"", "TG2249 secret")]
    [DataRow("\"sql\": \"SELECT name, COUNT(*) AS orders FROM t\"", "TG2249 COUNT(*) AS orders")]
    [DataRow("\"sql\": \"SELECT name, COUNT(*) FROM t\"", "TG2250 COUNT(*)")]
    [DataRow("\"sql\": \"SELECT name, CASE WHEN id IS NULL THEN 1 END FROM t\"", "TG2250 CASE WHEN id IS NULL THEN 1 END")]
    [DataRow("\"sql\": \"SELECT upper(name) name FROM t\"", "")]
    [DataRow("\"sql\": \"WITH x AS (SELECT id, other FROM t) SELECT DISTINCT x.other AS \\\"name\\\" FROM x\"", "")]
    [DataRow("\"sql\": \"SELECT replace(name, 'a', 'b') AS name FROM t UNION SELECT city FROM u\"", "")]
    [DataRow("\"sql\": \"SELECT COUNT(*) AS nam FROM t\"", "TG2210 {\"kind\": \"sql\", \"database\": \"shop\", \"sql\": \"SELECT COUNT(*) AS nam FROM t\"}; TG2249 COUNT(*) AS nam")]
    [DataRow("\"sql\": [\"SELECT name FROM t WHERE 1 = 1\", {\"choose\": \"sort\", \"sql\": {\"name\": \"ORDER BY name\"}}]", "TG2251 \"sort\"")]
    [DataRow("\"sql\": [\"SELECT name FROM t WHERE 1 = 1\", {\"choose\": \"sort\", \"sql\": {\"name\": \"ORDER BY name\", \"day\": \"\", \"x\": \"\"}}]", "TG2251 \"sort\"")]
    [DataRow("\"sql\": [\"SELECT name FROM t WHERE 1 = 1\", {\"if\": \"nam\", \"sql\": \"AND 1 = 1\"}]", "TG2122 nam")]
    [DataRow("\"sql\": [\"SELECT name FROM t WHERE 1 = 1\", {\"choose\": \"srt\", \"sql\": {\"name\": \"ORDER BY name\"}}]", "TG2122 srt")]
    [DataRow("\"sql\": [\"SELECT name FROM t WHERE 1 = 1\", {\"if\": \"countries\", \"sql\": \"AND country IN ({countries})\"}]", "TG2252 \"countries\"")]
    [DataRow("\"sql\": \"SELECT name FROM t\", \"count\": \"found\"", "TG2253 \"found\"")]
    [DataRow("\"sql\": \"SELECT name FROM t\", \"count\": \"rows\"", "TG2253 \"rows\"")]
    [DataRow("\"sql\": \"SELECT name FROM t\", \"writes\": true", "TG2254 \"writes\"")]
    [DataRow("\"sql\": \"SELECT name FROM t WHERE id = {affected}\"", "TG2206*")]
    public void What_is_wrong_is_found_at_its_place(string implementation, string expected)
    {
        var found = SqlSpec.Findings(SqlSpec.Text(implementation));
        if (expected.EndsWith('*')) StringAssert.StartsWith(found, expected.TrimEnd('*'));
        else Assert.AreEqual(expected, found);
    }

    [TestMethod]
    [DataRow("INSERT INTO t (name) VALUES ({name})")]
    [DataRow("UPDATE t SET name = {name} WHERE id = {id}")]
    [DataRow("DELETE FROM t WHERE id = {id}")]
    [DataRow("REPLACE INTO t (name) VALUES ({name})")]
    public void A_statement_that_writes_says_so(string sql)
    {
        const string Done = "\"done\": {\"type\": \"integer\"}";
        var said = $"\"sql\": \"{sql}\", \"result\": {{\"done\": \"affected\"}}";
        Assert.AreEqual("TG2242 " + sql.Split(' ')[0], SqlSpec.Findings(SqlSpec.Text(said, Done)));
        Assert.AreEqual("", SqlSpec.Findings(SqlSpec.Text(said + ", \"writes\": true", Done)));
    }

    [TestMethod]
    public void A_statement_without_rows_has_none_in_scope() => StringAssert.StartsWith(
        SqlSpec.Findings(SqlSpec.Text("\"sql\": \"DELETE FROM t\", \"writes\": true, \"result\": {\"done\": \"rows.Count\"}", "\"done\": {\"type\": \"integer\"}")), "TG21");

    [TestMethod]
    [DataRow("\"let\": {\"a\": \"1\"}, \"result\": {\"rows\": \"rows.Where(r => r.Nope)\"}", "r.Nope")]
    [DataRow("\"fail\": [{\"when\": \"affected.Nope\", \"code\": \"x\", \"message\": \"y\"}]", "affected.Nope")]
    public void What_the_compiler_finds_stands_in_the_spec(string implementation, string at)
    {
        var spec = SqlSpec.Read(SqlSpec.Text($"\"sql\": \"{Name}\", {implementation}"));
        var generated = ToolSource.Generate(spec, new GenerationOptions());
        Assert.IsFalse(generated.IsFallback, string.Join("\n", generated.Findings));
        var error = CompiledTool.Compile(generated).GetDiagnostics().First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var place = error.Location.GetMappedLineSpan();
        Assert.AreEqual("sample.tool.json", place.Path, error.ToString());
        Assert.AreEqual(spec.Source.PositionOf(spec.Source.Text.LastIndexOf(at, System.StringComparison.Ordinal)).Line, place.StartLinePosition.Line, error.ToString());
    }

    [TestMethod]
    [DataRow("", "sql shop read")]
    [DataRow(", \"writes\": true", "sql shop write")]
    public void Capabilities_follow_from_the_statement(string more, string capability)
    {
        var sql = more.Length == 0 ? Name : "DELETE FROM t WHERE id = {id} RETURNING name";
        var tool = CompiledTool.Load(SqlSpec.Read(SqlSpec.Text($"\"sql\": \"{sql}\"{more}")));
        CollectionAssert.AreEqual(new[] { capability }, tool.Descriptor.Capabilities.ToArray());
    }
}
