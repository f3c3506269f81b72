using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Generator.Tests.Harness;

namespace ToolGen.Generator.Tests.Kinds.Http;

[TestClass]
public sealed class HttpFindingTests
{
    private const string Url = "\"url\": \"https://a.example/v1\", ";
    private const string Paged = "\"response\": {\"docs\": [{\"id\": \"integer\"}]}, \"result\": {\"ok\": \"items.Count > 0\"}, ";

    [TestMethod]
    [DataRow("\"url\": \"https://{id}.example/v1\"", "TG0052 \"https://{id}.example/v1\"")]
    [DataRow("\"url\": \"https://{id}\"", "TG0052 \"https://{id}\"")]
    [DataRow("\"url\": \"{id}\"", "TG0052 \"{id}\"")]
    [DataRow("\"url\": \"https://a.example:{n}/\"", "TG0052 \"https://a.example:{n}/\"")]
    [DataRow("\"url\": \"https://a.example@{id}/\"", "TG0052 \"https://a.example@{id}/\"")]
    [DataRow("\"url\": \"https://me:pw@a.example/\"", "TG0052 \"https://me:pw@a.example/\"")]
    [DataRow("\"url\": \"ftp://a.example/\"", "TG0052 \"ftp://a.example/\"")]
    [DataRow("\"url\": \"https://a.example/{id}/../all\"", "TG2290 \"https://a.example/{id}/../all\"")]
    [DataRow("\"url\": \"https://a.example/{id}/%2E%2e/all\"", "TG2290 \"https://a.example/{id}/%2E%2e/all\"")]
    [DataRow("\"url\": \"https://a.example/./x\"", "TG2290 \"https://a.example/./x\"")]
    [DataRow("\"url\": \"https://a.example/{tags}\"", "TG2291 {tags}")]
    [DataRow("\"url\": \"https://a.example/{user}\"", "TG2291 {user}")]
    [DataRow("\"url\": \"https://a.example/{user.nam}\"", "TG2122 {user.nam}")]
    [DataRow("\"url\": \"https://a.example/{idd}\"", "TG2122 {idd}")]
    [DataRow("\"url\": \"https://a.example/?q={tags}\"", "TG2291 {tags}")]
    [DataRow(Url + "\"query\": {\"q\": \"{user}\"}", "TG2291 {user}")]
    [DataRow(Url + "\"query\": {\"q\": \"{lines}\"}", "TG2291 {lines}")]
    [DataRow(Url + "\"query\": {\"q\": \"x {tags}\"}", "TG2291 {tags}")]
    [DataRow(Url + "\"query\": {\"q\": {\"a\": 1}}", "TG2291 {\"a\": 1}")]
    [DataRow(Url + "\"query\": {\"q\": [[1]]}", "TG2291 [1]")]
    [DataRow(Url + "\"headers\": {\"X-Tags\": \"{tags}\"}", "TG2291 {tags}")]
    [DataRow(Url + "\"headers\": {\"Host\": \"evil.example\"}", "TG2293 \"Host\"")]
    [DataRow(Url + "\"headers\": {\"content-length\": 5}", "TG2293 \"content-length\"")]
    [DataRow(Url + "\"headers\": {\"Transfer-Encoding\": \"chunked\"}", "TG2293 \"Transfer-Encoding\"")]
    [DataRow(Url + "\"headers\": {\"X-Note\": \"größer {id}\"}", "TG2299 \"größer {id}\"")]
    [DataRow(Url + "\"headers\": {\"X-Note\": \"a\\r\\nHost: b\"}", "TG2299 \"a\\r\\nHost: b\"")]
    [DataRow(Url + "\"headers\": {\"Content-Type\": \"text/plain\"}", "TG2301 \"Content-Type\"")]
    [DataRow(Url + "\"auth\": {\"header\": \"Host\", \"secret\": \"k\"}", "TG2293 \"Host\"")]
    [DataRow(Url + "\"headers\": {\"Authorization\": \"Bearer x\"}", "TG0060 \"Authorization\"")]
    [DataRow(Url + "\"headers\": {\"X-Other\": \"Bearer 0123456789abcdef\"}", "TG2294 \"Bearer 0123456789abcdef\"")]
    [DataRow(Url + "\"query\": {\"api_key\": \"0123456789abcdef\"}", "TG2294 \"0123456789abcdef\"")]
    [DataRow(Url + "\"body\": {\"client_secret\": \"0123456789abcdef\"}", "TG2294 \"0123456789abcdef\"")]
    [DataRow("\"url\": \"https://a.example/v1?key=AIzaSyA0123456789abcdefghijk\"", "TG2294 \"https://a.example/v1?key=AIzaSyA0123456789abcdefghijk\"")]
    [DataRow(Url + "\"query\": {\"token\": \"{id}\", \"password\": \"short\", \"key\": \"name\"}", "")]
    [DataRow(Url + "\"method\": \"GET\", \"body\": {\"a\": 1}", "TG2292 \"body\"")]
    [DataRow(Url + "\"method\": \"HEAD\", \"form\": {\"a\": 1}", "TG2292 \"form\"")]
    [DataRow(Url + "\"body\": {\"a\": 1}, \"form\": {\"a\": 1}", "TG0039 \"form\"")]
    [DataRow(Url + "\"body\": {\"a\": \"{nope}\"}", "TG2122 {nope}")]
    [DataRow(Url + "\"method\": \"GET\", \"multipart\": {\"a\": 1}", "TG2292 \"multipart\"")]
    [DataRow(Url + "\"body\": {\"a\": 1}, \"multipart\": {\"a\": 1}", "TG0039 \"multipart\"")]
    [DataRow(Url + "\"multipart\": {\"a\": 1}, \"form\": {\"a\": 1}", "TG0039 \"multipart\"")]
    [DataRow(Url + "\"multipart\": {\"a\": {\"file\": \"{photo}\"}}", "TG0038 {")]
    [DataRow(Url + "\"multipart\": {\"a\": {\"bytes\": \"{photo}\", \"filename\": \"x\"}}", "TG0032 \"filename\"")]
    [DataRow(Url + "\"multipart\": {\"a\": {\"bytes\": \"{photo}\", \"fileName\": \"a/b.png\"}}", "TG0035 \"a/b.png\"")]
    [DataRow(Url + "\"multipart\": {\"a\": {\"bytes\": \"{photo}\", \"fileName\": \"{id}\\r\\n.png\"}}", "TG0035 \"{id}\\r\\n.png\"")]
    [DataRow(Url + "\"multipart\": {\"a\": {\"bytes\": \"{photo}\", \"contentType\": \"image\"}}", "TG0035 \"image\"")]
    [DataRow(Url + "\"multipart\": {\"a\": {\"text\": \"x\", \"contentType\": \"multipart/mixed\"}}", "TG0035 \"multipart/mixed\"")]
    [DataRow(Url + "\"multipart\": {\"a\\\"b\": 1}", "TG0035 \"a\\\"b\"")]
    [DataRow(Url + "\"multipart\": {\"größe\": 1}", "TG0035 \"größe\"")]
    [DataRow(Url + "\"multipart\": {\"a\": {\"bytes\": \"{id}\"}}", "TG2302 \"{id}\"")]
    [DataRow(Url + "\"multipart\": {\"a\": {\"bytes\": \"x{photo}\"}}", "TG2302 \"x{photo}\"")]
    [DataRow(Url + "\"multipart\": {\"a\": {\"bytes\": \"{nope}\"}}", "TG2122 {nope}")]
    [DataRow(Url + "\"multipart\": {\"a\": {\"json\": \"{nope}\"}}", "TG2122 {nope}")]
    [DataRow(Url + "\"multipart\": {\"a\": \"{user}\"}", "TG2291 {user}")]
    [DataRow(Url + "\"multipart\": {\"a\": {\"bytes\": \"{photo}\", \"contentType\": \"{tags}\"}}", "TG2291 {tags}")]
    [DataRow(Url + "\"multipart\": {\"a\": 1}, \"headers\": {\"Content-Type\": \"multipart/form-data\"}", "TG2303 \"Content-Type\"")]
    [DataRow(Url + "\"multipart\": {\"a\": 1}, \"auth\": {\"hmac\": {\"secret\": \"k\", \"algorithm\": \"sha256\", \"over\": \"x{body}\", \"header\": \"X-S\"}}", "TG2304 {body}")]
    [DataRow(Url + "\"body\": \"{photo}\", \"auth\": {\"hmac\": {\"secret\": \"k\", \"algorithm\": \"sha256\", \"over\": \"{body}\", \"header\": \"X-S\"}}", "TG2304 {body}")]
    [DataRow(Url + "\"multipart\": {\"api_key\": \"0123456789abcdef\"}", "TG2294 \"0123456789abcdef\"")]
    [DataRow(Url + "\"multipart\": {\"api_key\": {\"text\": \"0123456789abcdef\"}}", "TG2294 \"0123456789abcdef\"")]
    [DataRow(Url + "\"multipart\": {\"a\": [\"{id}\", {\"bytes\": \"{photos}\", \"fileName\": \"{tags}\"}, {\"json\": {\"x\": \"{n}\"}}, null, 5]}", "")]
    [DataRow(Url + "\"response\": {\"ok\": \"boolean\", \"debug\": \"string\"}", "TG2295 \"debug\"")]
    [DataRow(Url + "\"response\": {\"ok\": \"boolean\", \"why\": \"string\"}, \"fail\": [{\"when\": \"!response.Ok\", \"code\": \"upstream\", \"message\": \"{response.why}\"}]", "")]
    [DataRow(Url + "\"response\": {\"ok\": \"boolean\"}, \"query\": {\"q\": \"{response.ok}\"}", "TG2206 {\"kind\": \"http\", *")]
    [DataRow(Url + Paged + "\"paging\": {\"page\": \"p\"}", "TG2296 {\"page\": \"p\"}")]
    [DataRow(Url + Paged + "\"query\": {\"p\": 1}, \"paging\": {\"page\": \"p\", \"items\": \"response.Docs\"}", "TG2297 \"p\"")]
    [DataRow(Url + Paged + "\"paging\": {\"page\": \"p\", \"size\": \"{n} rows\", \"items\": \"response.Docs\"}", "TG2298 \"{n} rows\"")]
    [DataRow(Url + Paged + "\"paging\": {\"page\": \"p\", \"items\": \"items\"}", "TG2113 items")]
    [DataRow(Url + "\"response\": {\"docs\": [{\"id\": \"integer\"}]}, \"result\": {\"ok\": \"response.Docs.Count > 0\"}, \"paging\": {\"page\": \"p\", \"items\": \"response.Docs\"}", "TG2300 {\"page\": \"p\", \"items\": \"response.Docs\"}")]
    [DataRow(Url + "\"response\": {\"ok\": \"boolean\"}, \"let\": {\"row\": \"1\"}", "TG2121 \"row\"")]
    [DataRow(Url + "\"result\": {\"okk\": \"true\"}", "TG2209 \"okk\"")]
    public void What_is_wrong_is_found_at_its_place(string implementation, string expected)
    {
        var found = HttpSpec.Findings(HttpSpec.Text(implementation));
        if (expected.EndsWith('*')) StringAssert.StartsWith(found, expected.TrimEnd('*'));
        else Assert.AreEqual(expected, found);
    }

    [TestMethod]
    [DataRow("\"let\": {\"a\": \"response.Nope\"}, \"result\": {\"ok\": \"items.Count > 0\"}", "response.Nope")]
    [DataRow("\"let\": {\"a\": \"input.Nope\"}, \"result\": {\"ok\": \"items.Count > 0\"}", "input.Nope")]
    [DataRow("\"result\": {\"ok\": \"items.Nope\"}", "items.Nope")]
    [DataRow("\"result\": {\"ok\": \"items.Count + 1\"}", "items.Count + 1")]
    public void What_the_compiler_finds_stands_at_the_line_and_column_of_the_spec(string implementation, string at)
    {
        var spec = HttpSpec.Read(HttpSpec.Text($"{Url}\"paging\": {{\"page\": \"p\", \"items\": \"response.Docs\"}}, \"response\": {{\"docs\": [{{\"id\": \"integer\"}}]}}, {implementation}"));
        var generated = ToolSource.Generate(spec, new GenerationOptions());
        Assert.IsFalse(generated.IsFallback, string.Join("\n", generated.Findings));
        var error = CompiledTool.Compile(generated).GetDiagnostics().First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var place = error.Location.GetMappedLineSpan();
        Assert.AreEqual("sample.tool.json", place.Path);
        var expected = spec.Source.PositionOf(spec.Source.Text.LastIndexOf(at, System.StringComparison.Ordinal));
        Assert.AreEqual(expected.Line, place.StartLinePosition.Line, error.ToString());
        Assert.IsTrue(place.StartLinePosition.Character >= expected.Column && place.StartLinePosition.Character <= expected.Column + at.Length, $"{expected}: {error}");
    }

    [TestMethod]
    public void What_the_compiler_finds_in_a_hole_stands_at_the_line_of_the_spec()
    {
        var spec = HttpSpec.Read(HttpSpec.Text(Url + "\"let\": {\"list\": \"new[] { 1, 2 }\"},\n\"query\": {\"q\": \"a{list}\"}"));
        var error = CompiledTool.Compile(ToolSource.Generate(spec, new GenerationOptions())).GetDiagnostics().First(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        var place = error.Location.GetMappedLineSpan();
        Assert.AreEqual(("sample.tool.json", spec.Source.PositionOf(spec.Source.Text.IndexOf("{list}", System.StringComparison.Ordinal)).Line), (place.Path, place.StartLinePosition.Line), error.ToString());
    }

    [TestMethod]
    public void A_name_of_the_spec_cannot_reach_what_the_generator_names() =>
        StringAssert.Contains(HttpSpec.Findings(HttpSpec.Text(Url + "\"result\": {\"ok\": \"__request == null && __answer == null\"}")), "TG21");
}
