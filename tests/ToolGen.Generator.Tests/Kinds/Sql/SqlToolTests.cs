using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects.Data;

namespace ToolGen.Generator.Tests.Kinds.Sql;

[TestClass]
public sealed class SqlToolTests
{
    private static readonly string[] People =
    [
        "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, country TEXT, day TEXT, price TEXT)",
        "INSERT INTO t VALUES (1, 'Ann', 'DE', '2025-01-01', '0.10'), (2, 'Bob', 'FR', '2025-02-01', '12.5'), (3, 'Cid', 'DE', '2025-03-01', '7')",
    ];

    [TestMethod]
    [DataRow("{}", "Ann Bob Cid")]
    [DataRow("""{"name":"b"}""", "Bob")]
    [DataRow("""{"name":"%"}""", "")]
    [DataRow("""{"name":"' OR 1=1 --"}""", "")]
    [DataRow("""{"ids":[1,3]}""", "Ann Cid")]
    [DataRow("""{"ids":[]}""", "")]
    [DataRow("""{"flag":true}""", "Ann Cid")]
    [DataRow("""{"flag":false}""", "Ann Bob Cid")]
    [DataRow("""{"day":"2025-02-01"}""", "Bob Cid")]
    [DataRow("""{"sort":"day"}""", "Cid Bob Ann")]
    [DataRow("""{"limit":2}""", "Ann Bob")]
    [DataRow("""{"free":"x"}""", "Ann Bob Cid")]
    [DataRow("""{"free":"long enough"}""", "")]
    public async Task Pieces_stand_where_their_condition_holds(string arguments, string names)
    {
        const string Implementation = """
            "let": { "lengthy": "input.Free != null && input.Free.Length > 5", "some": "input.Ids" },
            "sql": [ "SELECT name FROM t WHERE 1 = 1", {"if": "name", "sql": "AND name LIKE {name:contains}"}, {"if": "some", "sql": "AND id IN ({some})"}, {"if": "flag", "sql": "AND country = 'DE'"},
                     {"if": "day", "sql": "AND day >= {day}"}, {"if": "lengthy", "sql": "AND 1 = 0"}, {"choose": "sort", "sql": {"name": "ORDER BY name", "day": "ORDER BY day DESC"}}, "LIMIT {limit}" ]
            """;
        var answer = await SqlSpec.Answer(Implementation, arguments, given: People);
        Assert.AreEqual(names, string.Join(" ", System.Linq.Enumerable.Select(System.Text.Json.Nodes.JsonNode.Parse(answer)!["rows"]!.AsArray(), row => row!["name"]!.GetValue<string>())), answer);
    }

    [TestMethod]
    public async Task Choice_that_names_no_piece_is_the_arguments_fault()
    {
        const string Implementation = """ "sql": [ "SELECT name FROM t", {"choose": "free", "sql": {"name": "ORDER BY name", "day": "ORDER BY day"}} ] """;
        StringAssert.StartsWith(await SqlSpec.Answer(Implementation, """{"free":"id; DROP TABLE t"}""", given: People), "invalid_input /free: \"id; DROP TABLE t\" is none of name, day");
    }

    [TestMethod]
    [DataRow("""{"limit":1}""", """{"rows":[{"name":"Ann"}],"found":3}""")]
    [DataRow("""{"limit":1,"name":"c"}""", """{"rows":[{"name":"Cid"}],"found":1}""")]
    [DataRow("""{"limit":0}""", """{"rows":[],"found":3}""")]
    public async Task Count_is_of_all_rows(string arguments, string expected)
    {
        const string Output = SqlSpec.Names + ", \"found\": {\"type\": \"integer\"}";
        string[] forms =
        [
            """ "sql": ["SELECT name FROM t WHERE 1 = 1", {"if": "name", "sql": "AND name LIKE {name:starts}"}, "ORDER BY name LIMIT {limit};"], "count": "found" """,
            """ "sql": ["SELECT name FROM t WHERE 1 = 1", {"if": "name", "sql": "AND name LIKE {name:starts}"}, {"sql": "ORDER BY name", "page": true}, {"if": "limit", "sql": "LIMIT {limit}", "page": true}], "count": "found" """,
            """ "sql": "SELECT name FROM t WHERE {name} IS NULL OR name LIKE {name:starts} ORDER BY name LIMIT {limit}", "count": "found" """,
            """ "sql": ["SELECT name FROM t WHERE 1 = 1", {"if": "name", "sql": "AND name LIKE {name:starts}"}, {"choose": "limit", "sql": {"0": "ORDER BY id LIMIT {limit}", "1": "ORDER BY name LIMIT {limit}"}}], "count": "found" """,
        ];
        foreach (var form in forms) Assert.AreEqual(expected, await SqlSpec.Answer(form, arguments, Output, given: People), form);
    }

    [TestMethod]
    [DataRow("\"integer\"", "5", "5")]
    [DataRow("\"integer\"", "5.0", "5")]
    [DataRow("\"integer\"", "'5'", "5")]
    [DataRow("\"integer\"", "5.5", "!")]
    [DataRow("\"integer\"", "'x'", "!")]
    [DataRow("\"integer\"", "NULL", "!")]
    [DataRow("[\"integer\", \"null\"]", "NULL", "null")]
    [DataRow("\"number\"", "0.1", "0.1")]
    [DataRow("\"number\"", "9e999", "!")]
    [DataRow("\"number\", \"format\": \"decimal\"", "0.1", "0.1")]
    [DataRow("\"number\", \"format\": \"decimal\"", "'12345678901234567890.12'", "12345678901234567890.12")]
    [DataRow("\"integer\", \"format\": \"big\"", "'123456789012345678901234567890'", "123456789012345678901234567890")]
    [DataRow("\"string\"", "'x'", "\"x\"")]
    [DataRow("\"string\"", "5", "\"5\"")]
    [DataRow("\"string\"", "x'00'", "!")]
    [DataRow("\"boolean\"", "1", "true")]
    [DataRow("\"boolean\"", "0", "false")]
    [DataRow("\"boolean\"", "2", "!")]
    [DataRow("\"string\", \"format\": \"date\"", "'2025-03-02'", "\"2025-03-02\"")]
    [DataRow("\"string\", \"format\": \"date\"", "'2025-03-02 00:00:00'", "\"2025-03-02\"")]
    [DataRow("\"string\", \"format\": \"date\"", "'2025-03-02 01:00:00'", "!")]
    [DataRow("\"string\", \"format\": \"date\"", "'2025-02-30'", "!")]
    [DataRow("\"string\", \"format\": \"date\"", "20250302", "!")]
    [DataRow("\"string\", \"format\": \"date-time\"", "'2025-03-02 13:45:00'", "\"2025-03-02T13:45:00Z\"")]
    [DataRow("\"string\", \"format\": \"date-time\"", "'2025-03-02T13:45:00+01:00'", "\"2025-03-02T12:45:00Z\"")]
    [DataRow("\"string\", \"format\": \"date-time\"", "datetime('2025-03-02')", "\"2025-03-02T00:00:00Z\"")]
    [DataRow("\"string\", \"format\": \"time\"", "'08:30'", "\"08:30:00Z\"")]
    [DataRow("\"string\", \"format\": \"uuid\"", "'4b1e7a30-8f43-4a3f-9d37-4c1f8a4a9a01'", "\"4b1e7a30-8f43-4a3f-9d37-4c1f8a4a9a01\"")]
    [DataRow("\"string\", \"contentEncoding\": \"base64\"", "x'010203'", "\"AQID\"")]
    [DataRow("\"array\", \"items\": {\"type\": \"string\"}", "json_array('a', 'b')", "[\"a\",\"b\"]")]
    [DataRow("\"array\", \"items\": {\"type\": \"string\"}", "json_array('a', 1)", "!")]
    [DataRow("\"object\", \"properties\": {\"x\": {\"type\": \"integer\"}}, \"required\": [\"x\"]", "json_object('x', 1)", "{\"x\":1}")]
    public async Task Values_of_a_column_become_its_propertys_type_or_an_error(string type, string sql, string expected)
    {
        var output = "\"rows\": {\"type\": \"array\", \"items\": {\"type\": \"object\", \"properties\": {\"v\": {\"type\": " + type + "}}, \"required\": [\"v\"]}}";
        var answer = await SqlSpec.Answer($"\"sql\": \"SELECT {sql} AS v\"", "{}", output);
        if (expected == "!") StringAssert.StartsWith(answer, "bad_data : row 1: the column v ");
        else Assert.AreEqual("{\"rows\":[{\"v\":" + expected + "}]}", answer);
    }

    [TestMethod]
    public async Task Columns_are_taken_by_name_and_record_types_what_is_extra()
    {
        const string Output = """ "names": {"type": "array", "items": {"type": "string"}}, "total": {"type": "number", "format": "decimal"} """;
        const string Implementation = """ "sql": "SELECT price, name FROM t ORDER BY id", "record": {"name": "string", "price": "decimal"}, "result": {"names": "rows.Select(r => r.Name)", "total": "rows.Sum(r => r.Price)"} """;
        Assert.AreEqual("""{"names":["Ann","Bob","Cid"],"total":19.60}""", await SqlSpec.Answer(Implementation, "{}", Output, given: People));
        const string Each = """ "sql": "SELECT id, NAME FROM t WHERE id = {id}", "record": {"id": "integer"}, "result": {"rows": {"each": "rows", "select": {"name": "item.Name + item.Id"}}} """;
        Assert.AreEqual("""{"rows":[{"name":"Bob2"}]}""", await SqlSpec.Answer(Each, """{"id":2}""", given: People));
        const string Schema = """ "sql": "SELECT price, name FROM t ORDER BY id", "recordSchema": {"type": "object", "properties": {"name": {"type": "string"}, "price": {"type": "number", "format": "decimal"}}, "required": ["name", "price"]}, "result": {"names": "rows.Select(r => r.Name)", "total": "rows.Sum(r => r.Price)"} """;
        Assert.AreEqual("""{"names":["Ann","Bob","Cid"],"total":19.60}""", await SqlSpec.Answer(Schema, "{}", Output, given: People));
        const string All = """ "sql": "SELECT * FROM t WHERE id = {id}" """;
        Assert.AreEqual("""{"rows":[{"name":"Bob"}]}""", await SqlSpec.Answer(All, """{"id":2}""", given: People));
        StringAssert.StartsWith(await SqlSpec.Answer(All, """{"id":2}""", given: "CREATE TABLE t (id, nam)"), "bad_data : the statement gives no column name, but id, nam");
    }

    [TestMethod]
    public async Task One_row_fills_an_output_without_a_list()
    {
        const string Output = """ "orders": {"type": "integer"}, "last": {"type": ["string", "null"]}, "asked": {"type": "integer"} """;
        const string Implementation = """ "sql": "SELECT COUNT(*) AS orders, MAX(name) AS last FROM t WHERE id > {id}", "result": {"asked": "input.Id ?? 0"} """;
        Assert.AreEqual("""{"orders":2,"last":"Cid","asked":1}""", await SqlSpec.Answer(Implementation, """{"id":1}""", Output, given: People));
        Assert.AreEqual("""{"orders":0,"last":null,"asked":9}""", await SqlSpec.Answer(Implementation, """{"id":9}""", Output, given: People));
        const string One = """ "sql": "SELECT id AS orders, name AS last FROM t WHERE id >= {id}", "result": {"asked": "input.Id ?? 0"} """;
        StringAssert.StartsWith(await SqlSpec.Answer(One, """{"id":9}""", Output, given: People), "not_found");
        StringAssert.StartsWith(await SqlSpec.Answer(One, """{"id":1}""", Output, given: People), "bad_data : the statement gives 3 rows");
    }

    [TestMethod]
    public async Task Failure_rolls_back_and_success_lasts()
    {
        const string Output = """ "done": {"type": "integer"} """;
        const string Implementation = """
            "sql": "UPDATE t SET name = {name} WHERE country IN ({countries})", "writes": true, "result": {"done": "affected"},
            "fail": [{"when": "affected != 1", "code": "not_one", "message": "{affected} rows have one of these"}]
            """;
        using var scratch = ScratchDatabase.Create(People);
        Assert.AreEqual("not_one : 2 rows have one of these", await SqlSpec.Answer(Implementation, """{"name":"Eve","countries":["DE"]}""", scratch, Output));
        Assert.AreEqual("not_one : 0 rows have one of these", await SqlSpec.Answer(Implementation, """{"name":"Eve","countries":[]}""", scratch, Output));
        Assert.AreEqual("Bob", scratch.Query("SELECT name FROM t WHERE id = 2").Rows[0][0]);
        Assert.AreEqual("""{"done":1}""", await SqlSpec.Answer(Implementation, """{"name":"Eve","countries":["FR"]}""", scratch, Output));
        Assert.AreEqual("Eve", scratch.Query("SELECT name FROM t WHERE id = 2").Rows[0][0]);
    }

    [TestMethod]
    public async Task Changed_rows_are_returned()
    {
        Assert.AreEqual("""{"rows":[{"name":"Bob"}]}""", await SqlSpec.Answer(""" "sql": "DELETE FROM t WHERE id = {id} RETURNING name", "writes": true """, """{"id":2}""", given: People));
    }

    [TestMethod]
    public async Task Rows_are_capped_by_the_spec()
    {
        StringAssert.StartsWith(await SqlSpec.Answer(""" "sql": "SELECT name FROM t" """, "{}", top: "\"limits\": {\"rows\": 2},", given: People), "limit : the statement gives more than 2 rows");
    }

    [TestMethod]
    public async Task Conditions_that_need_no_rows_are_asked_before_the_database()
    {
        const string Implementation = """ "sql": "SELECT name FROM nowhere", "fail": [{"when": "input.Id == null", "code": "no_id", "message": "say {limit}"}, {"when": "rows.Count == 0", "code": "none", "message": "none"}] """;
        Assert.AreEqual("no_id : say 10", await SqlSpec.Answer(Implementation, "{}"));
        StringAssert.StartsWith(await SqlSpec.Answer(Implementation, """{"id":1}"""), "bad_data : the database shop refuses the statement: no such table: nowhere");
    }
}
