using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Fixes;
using ToolGen.Specification.Json;
using ToolGen.TestSupport;

namespace ToolGen.Specification.Tests.Fixes;

/// <summary>Every alias of SPEC §4 and §5, and the type words of §2: what is written, and what it becomes.</summary>
[TestClass]
public sealed class AliasTests
{
    [TestMethod]
    [DataRow("""{"kind":"http","endpoint":"u"}""", """{"kind":"http","url":"u"}""")]
    [DataRow("""{"kind":"http","uri":"u"}""", """{"kind":"http","url":"u"}""")]
    [DataRow("""{"kind":"http","verb":"PUT"}""", """{"kind":"http","method":"PUT"}""")]
    [DataRow("""{"kind":"http","params":{"q":"{a}"}}""", """{"kind":"http","query":{"q":"{a}"}}""")]
    [DataRow("""{"kind":"http","queryParams":{}}""", """{"kind":"http","query":{}}""")]
    [DataRow("""{"kind":"http","json":{"a":1}}""", """{"kind":"http","body":{"a":1}}""")]
    [DataRow("""{"kind":"http","data":"x"}""", """{"kind":"http","body":"x"}""")]
    [DataRow("""{"kind":"http","payload":[]}""", """{"kind":"http","body":[]}""")]
    [DataRow("""{"kind":"http","authentication":{"bearer":"t"}}""", """{"kind":"http","auth":{"bearer":"t"}}""")]
    [DataRow("""{"kind":"http","auth":{"type":"bearer","secret":"t"}}""", """{"kind":"http","auth":{"bearer":"t"}}""")]
    [DataRow("""{"kind":"http","auth":{"type":"bearer","secret":"t","optional":true}}""", """{"kind":"http","auth":{"bearer":"t","optional":true}}""")]
    [DataRow("""{"kind":"http","authentication":{"type":"basic","user":"ada","password":"p"}}""", """{"kind":"http","auth":{"basic":["ada","p"]}}""")]
    [DataRow("""{"kind":"http","auth":{"type":"apiKey","in":"header","name":"X-Key","secret":"k"}}""", """{"kind":"http","auth":{"header":"X-Key","secret":"k"}}""")]
    [DataRow("""{"kind":"http","auth":{"type":"apiKey","in":"query","name":"key","secret":"k"}}""", """{"kind":"http","auth":{"query":"key","secret":"k"}}""")]
    [DataRow("""{"kind":"http","headers":{"Authorization":"Bearer {secrets.t}"}}""", """{"kind":"http","auth":{"bearer":"t"}}""")]
    [DataRow("""{"kind":"http","headers":{"Accept":"a/b","authorization":"Bearer ${secrets.t}"}}""", """{"kind":"http","headers":{"Accept":"a/b"},"auth":{"bearer":"t"}}""")]
    [DataRow("""{"kind":"http","query":{"per_page":100},"paging":{"page":"p"}}""", """{"kind":"http","query":{"per_page":100},"paging":{"page":"p","size":100}}""")]
    [DataRow("""{"kind":"http","query":{"limit":"{n}"},"paging":{"offset":"skip"}}""", """{"kind":"http","query":{"limit":"{n}"},"paging":{"offset":"skip","size":"{n}"}}""")]
    [DataRow("""{"kind":"http","pagination":{"page":"p"}}""", """{"kind":"http","paging":{"page":"p"}}""")]
    [DataRow("""{"kind":"http","retries":2}""", """{"kind":"http","retry":2}""")]
    [DataRow("""{"kind":"http","errorWhen":[{"when":"x","code":"c","message":"m"}]}""", """{"kind":"http","fail":[{"when":"x","code":"c","message":"m"}]}""")]
    [DataRow("""{"kind":"http","errorWhen":"!response.Ok"}""", """{"kind":"http","fail":[{"when":"!response.Ok","code":"upstream","message":"the service reported an error"}]}""")]
    public void Http(string written, string mended) => Implementation(written, mended);

    [TestMethod]
    [DataRow("""{"kind":"transform","steps":[{"filter":"row.A > 1"}]}""", """{"kind":"transform","steps":[{"where":"row.A > 1"}]}""")]
    [DataRow("""{"kind":"transform","steps":[{"map":{"a":"row.A"}}]}""", """{"kind":"transform","steps":[{"select":{"a":"row.A"}}]}""")]
    [DataRow("""{"kind":"transform","steps":[{"project":{"a":"row.A"}}]}""", """{"kind":"transform","steps":[{"select":{"a":"row.A"}}]}""")]
    [DataRow("""{"kind":"transform","steps":[{"sort":"row.A desc"}]}""", """{"kind":"transform","steps":[{"order":"row.A desc"}]}""")]
    [DataRow("""{"kind":"transform","steps":[{"orderBy":["row.A"]}]}""", """{"kind":"transform","steps":[{"order":["row.A"]}]}""")]
    [DataRow("""{"kind":"transform","steps":[{"groupBy":{"a":"row.A"},"aggregate":{"n":"count()"}}]}""", """{"kind":"transform","steps":[{"group":{"a":"row.A"},"aggregate":{"n":"count()"}}]}""")]
    [DataRow("""{"kind":"transform","steps":[{"limit":5},{"top":"{a}"}]}""", """{"kind":"transform","steps":[{"take":5},{"take":"input.a"}]}""")]
    [DataRow("""{"kind":"transform","steps":[{"unique":"row.A"},{"dedupe":"row.B"}]}""", """{"kind":"transform","steps":[{"distinct":"row.A"},{"distinct":"row.B"}]}""")]
    [DataRow("""{"kind":"transform","columns":{"a":"float"}}""", """{"kind":"transform","record":{"a":"number"}}""")]
    [DataRow("""{"kind":"transform","fields":{"a":"str?"}}""", """{"kind":"transform","record":{"a?":"string"}}""")]
    [DataRow("""{"kind":"transform","record":{"a":"dict","b":["int"],"c":{"d":"datetime"},"e":"any"}}""", """{"kind":"transform","record":{"a":"json","b":["integer"],"c":{"d":"date-time"},"e":"json"}}""")]
    [DataRow("""{"kind":"transform","parse":{"type":"csv","separator":";"}}""", """{"kind":"transform","parse":{"format":"csv","delimiter":";"}}""")]
    [DataRow("""{"kind":"file","path":"data/*.csv","output":"out/a.csv"}""", """{"kind":"file","read":"data/*.csv","write":"out/a.csv"}""")]
    [DataRow("""{"kind":"file","glob":"data/*.csv","save":"out/a.csv"}""", """{"kind":"file","read":"data/*.csv","write":"out/a.csv"}""")]
    [DataRow("""{"kind":"file","files":"data/*.csv","to":"out/a.csv"}""", """{"kind":"file","read":"data/*.csv","write":"out/a.csv"}""")]
    [DataRow("""{"kind":"file","input":"data/*.csv"}""", """{"kind":"file","read":"data/*.csv"}""")]
    [DataRow("""{"kind":"code","source":"return new(1);"}""", """{"kind":"code","body":"return new(1);"}""")]
    [DataRow("""{"kind":"code","script":["return new(1);"]}""", """{"kind":"code","body":["return new(1);"]}""")]
    [DataRow("""{"kind":"code","code":"return new(1);"}""", """{"kind":"code","body":"return new(1);"}""")]
    public void Transform_file_and_code(string written, string mended) => Implementation(written, mended);

    [TestMethod]
    [DataRow("""{"kind":"sql","statement":"SELECT 1"}""", """{"kind":"sql","sql":"SELECT 1"}""")]
    [DataRow("""{"kind":"sql","query":["SELECT 1"]}""", """{"kind":"sql","sql":["SELECT 1"]}""")]
    [DataRow("""{"kind":"sql","command":"SELECT 1","connection":"shop"}""", """{"kind":"sql","sql":"SELECT 1","database":"shop"}""")]
    [DataRow("""{"kind":"sql","db":"shop","readOnly":false}""", """{"kind":"sql","database":"shop","writes":true}""")]
    [DataRow("""{"kind":"sql","sql":"DELETE FROM t","write":true}""", """{"kind":"sql","sql":"DELETE FROM t","writes":true}""")]
    [DataRow("""{"kind":"sql","sql":"WHERE a = @a AND b = :b AND c = ':a' -- @a"}""", """{"kind":"sql","sql":"WHERE a = {a} AND b = {b} AND c = ':a' -- @a"}""")]
    [DataRow("""{"kind":"sql","sql":["WHERE a = ?",{"if":"b","sql":"AND b = ?"}],"params":["a","{b}"]}""", """{"kind":"sql","sql":["WHERE a = {a}",{"if":"b","sql":"AND b = {b}"}]}""")]
    [DataRow("""{"kind":"sql","sql":"WHERE b = $2 AND a = $1","params":["a","b"]}""", """{"kind":"sql","sql":"WHERE b = {b} AND a = {a}"}""")]
    public void Sql(string written, string mended) => Implementation(written, mended);

    [TestMethod]
    [DataRow("""{"kind":"compose","steps":[{"id":"x","tool":"t"},{"name":"y","tool":"u","after":"x"}]}""", """{"kind":"compose","steps":{"x":{"tool":"t"},"y":{"tool":"u","after":"x"}}}""")]
    [DataRow("""{"kind":"compose","steps":{"x":{"uses":"t","args":{"p":1}}}}""", """{"kind":"compose","steps":{"x":{"tool":"t","input":{"p":1}}}}""")]
    [DataRow("""{"kind":"compose","steps":{"x":{"tool":"t","params":{}},"y":{"tool":"t","with":{}}}}""", """{"kind":"compose","steps":{"x":{"tool":"t","input":{}},"y":{"tool":"t","input":{}}}}""")]
    [DataRow("""{"kind":"compose","steps":{"x":{"tool":"t","if":"input.A > 1","needs":"y","forEach":"input.B"}}}""", """{"kind":"compose","steps":{"x":{"tool":"t","when":"input.A > 1","after":"y","each":"input.B"}}}""")]
    [DataRow("""{"kind":"compose","steps":{"x":{"tool":"t","dependsOn":"y","onError":"continue"}}}""", """{"kind":"compose","steps":{"x":{"tool":"t","after":"y","optional":true}}}""")]
    [DataRow("""{"kind":"compose","steps":{"x":{"tool":"t","onError":"fail"}}}""", """{"kind":"compose","steps":{"x":{"tool":"t"}}}""")]
    [DataRow("""{"kind":"compose","steps":{"x":{"tool":"t"},"y":{"tool":"u","input":{"p":"${a} of {{x.n}}","q":["${{ steps.x.output.m }}","{steps.x.n}"]}}}}""", """{"kind":"compose","steps":{"x":{"tool":"t"},"y":{"tool":"u","input":{"p":"{a} of {x.n}","q":["{x.m}","{x.n}"]}}}}""")]
    public void Compose(string written, string mended) => Implementation(written, mended);

    [TestMethod]
    [DataRow("""{"error":"http_404"}""", """{"error":"not_found"}""")]
    [DataRow("""{"error":"http_503"}""", """{"error":"upstream"}""")]
    [DataRow("""{"error":"tool_failed"}""", """{"error":"step_failed"}""")]
    [DataRow("""{"error":"parse_error"}""", """{"error":"bad_data"}""")]
    [DataRow("""{"error":"path_denied /path"}""", """{"error":"denied /path"}""")]
    [DataRow("""{"args":{"a":1},"expected":{"b":2}}""", """{"input":{"a":1},"output":{"b":2}}""")]
    [DataRow("""{"expect":{"requests":["GET https://a/b","POST https://a/c"]}}""", """{"expect":{"requests":[{"method":"GET","url":"https://a/b"},{"method":"POST","url":"https://a/c"}]}}""")]
    [DataRow("""{"expect":{"requests":[{"POST https://a/b":{"c":1}}]}}""", """{"expect":{"requests":[{"method":"POST","url":"https://a/b","body":{"c":1}}]}}""")]
    [DataRow("""{"expect":{"sql":{"SELECT 1":[[1]]}}}""", """{"expect":{"sql":[{"query":"SELECT 1","rows":[[1]]}]}}""")]
    [DataRow("""{"given":{"tools":[{"add":{"sum":3}},{"add":{"error":"http_404"}}]}}""", """{"given":{"tools":[{"tool":"add","output":{"sum":3}},{"tool":"add","error":"not_found"}]}}""")]
    [DataRow("""{"given":{"http":[{"request":"GET https://a","response":{}}]}}""", """{"given":{"http":[{"request":{"method":"GET","url":"https://a"},"response":{}}]}}""")]
    public void Samples(string written, string mended)
    {
        AssertMended("""{"name":"t","examples":[""" + written + "]}", """{"name":"t","examples":[""" + mended + "]}");
        var result = SpecFixer.Fix(new("t.tool.json", """{"name":"t"}"""), new SourceText("t.tests.json", "[" + written + "]"));
        Assert.AreEqual("[" + mended + "]", result.HeldOut!.Text);
    }

    [TestMethod]
    [DataRow("""{"type":"dict"}""", """{"type":"object"}""")]
    [DataRow("""{"type":"float"}""", """{"type":"number"}""")]
    [DataRow("""{"type":"tuple","items":{"type":"Float"}}""", """{"type":"array","items":{"type":"number"}}""")]
    [DataRow("""{"type":"any","description":"x"}""", """{"description":"x"}""")]
    [DataRow("""{"type":["str","None"]}""", """{"type":["string","null"]}""")]
    [DataRow("""{"type":"datetime"}""", """{"type":"string","format":"date-time"}""")]
    [DataRow("""{"type":"string","nullable":true}""", """{"type":["string","null"]}""")]
    [DataRow("""{"type":"array","items":[{"type":"int"}]}""", """{"type":"array","prefixItems":[{"type":"integer"}]}""")]
    [DataRow("""{"type":"boolean","default":"false"}""", """{"type":"boolean","default":false}""")]
    [DataRow("""{"type":"integer","default":"5"}""", """{"type":"integer","default":5}""")]
    [DataRow("""{"type":"integer","default":"five"}""", """{"type":"integer"}""")]
    [DataRow("""{"type":"string","default":5.50}""", """{"type":"string","default":"5.50"}""")]
    [DataRow("""{"type":"array","items":{"type":"string"},"default":"x"}""", """{"type":"array","items":{"type":"string"},"default":["x"]}""")]
    [DataRow("""{"type":"array","items":{"type":"string","enum":["y"]},"default":"x"}""", """{"type":"array","items":{"type":"string","enum":["y"]}}""")]
    public void Schemas(string written, string mended) => AssertMended(
        """{"name":"t","inputSchema":{"type":"object","properties":{"a":""" + written + """},"required":[]}}""",
        """{"name":"t","inputSchema":{"type":"object","properties":{"a":""" + mended + """},"required":[]}}""");

    [TestMethod]
    [DataRow("""{"properties":{"a":{"type":"string","optional":true}},"required":["a","b"]}""", """{"properties":{"a":{"type":"string"}},"required":["b"]}""")]
    [DataRow("""{"properties":{"a":{"optional":false}}}""", """{"properties":{"a":{}},"required":["a"]}""")]
    [DataRow("""{"properties":{"a":{"required":true},"b":{"required":false},"c":{"required":true}}}""", """{"properties":{"a":{},"b":{},"c":{}},"required":["a","c"]}""")]
    [DataRow("""{"properties":{"a":{}},"required":["a"],"optional":[]}""", """{"properties":{"a":{}},"required":["a"]}""")]
    public void Required_is_said_by_the_list(string written, string mended) =>
        AssertMended("""{"name":"t","inputSchema":""" + written + "}", """{"name":"t","inputSchema":""" + mended + "}");

    [TestMethod]
    public void Every_alias_stands_on_the_page_of_the_format()
    {
        var page = File.ReadAllText(Path.Combine(SharedData.Repository, "src", "ToolGen.Specification", "FORMAT.md"));
        var words = Regex.Matches(page.Split("## Near misses")[1].Split("## The canonical form")[0], "`([^`]+)`").SelectMany(quoted => quoted.Groups[1].Value.Split(' ')).ToHashSet();
        IReadOnlyDictionary<string, string>[] tables =
        [
            Aliases.Root, Aliases.Sample, Aliases.Parse, Aliases.Step, Aliases.ComposeStep,
            .. new[] { "http", "transform", "file", "sql", "compose", "code" }.Select(Aliases.Implementation),
        ];
        foreach (var (alias, word) in tables.SelectMany(table => table))
        {
            Assert.Contains(alias, words);
            Assert.Contains(word, words);
        }
    }

    [TestMethod]
    public void Nothing_is_renamed_where_the_right_word_stands_too()
    {
        const string both = """{"name":"t","implementation":{"kind":"http","url":"u","uri":"v"}}""";
        Assert.AreEqual(both, SpecFixer.Fix(new("t.tool.json", both)).Spec.Text);
    }

    [TestMethod]
    public void What_samples_feed_in_and_expect_is_never_touched()
    {
        const string text = """{"name":"t","examples":[{"input":{"args":{"type":"dict","error":"http_404"}},"output":{"params":[{"optional":true}]}}]}""";
        var result = SpecFixer.Fix(new("t.tool.json", text));
        Assert.AreEqual(text, result.Spec.Text);
        Assert.AreEqual(0, result.Applied.Count);
    }

    private static void Implementation(string written, string mended)
    {
        const string before = """{"name":"t","inputSchema":{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":"string"}}},"implementation":""";
        AssertMended(before + written + "}", before + mended + "}");
    }

    private static void AssertMended(string written, string mended)
    {
        var result = SpecFixer.Fix(new("t.tool.json", written));
        Assert.AreEqual(mended, JsonReader.Read(result.Spec).Root!.ToString());
        Assert.AreEqual(0, result.Remaining.Count(), string.Join("\n", result.Remaining));
        Assert.AreNotEqual(0, result.Applied.Count);
        var again = SpecFixer.Fix(result.Spec, result.HeldOut);
        Assert.AreEqual(result.Spec.Text, again.Spec.Text);
        Assert.AreEqual(0, again.Applied.Count);
    }
}
