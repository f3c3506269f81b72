using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport;

namespace ToolGen.Generator.Tests.Kinds.Http;

[TestClass]
public sealed class HttpMultipartTests
{
    private const string Url = "\"url\": \"https://api.example/v1\", ";

    [TestMethod]
    [DataRow("\"a\": \"{id}\", \"n\": \"{n}\", \"t\": \"{tags}\", \"x\": 5, \"y\": true, \"z\": null, \"mixed\": \"<{id}>\"", "{\"id\":\"é\\r\\n--\",\"tags\":[\"p\",\"q\"]}", "a = é\r\n--|t = p|t = q|x = 5|y = true|mixed = <é\r\n-->")]
    [DataRow("\"photo\": {\"bytes\": \"{photo}\"}", "{\"photo\":\"YWI=\"}", "photo [photo] application/octet-stream ab")]
    [DataRow("\"photo\": {\"bytes\": \"{photo}\"}, \"id\": \"{id}\"", "{\"id\":\"x\"}", "id = x")]
    [DataRow("\"photo\": {\"bytes\": \"{photo}\", \"fileName\": \"{id}-{n}.png\", \"contentType\": \"image/png\"}", "{\"photo\":\"YWI=\",\"id\":\"a\",\"n\":2}", "photo [a-2.png] image/png ab")]
    [DataRow("\"photo\": {\"bytes\": \"{photo}\", \"fileName\": \"{id}\", \"contentType\": \"{user.name}\"}", "{\"photo\":\"YWI=\"}", "photo [photo] application/octet-stream ab")]
    [DataRow("\"f[]\": {\"bytes\": \"{photos}\", \"fileName\": \"{tags}\"}", "{\"photos\":[\"YQ==\",\"Yg==\"],\"tags\":[\"x\",\"y\"]}", "f[] [x] application/octet-stream a|f[] [y] application/octet-stream b")]
    [DataRow("\"csv\": {\"text\": \"{id}\", \"fileName\": \"rows.csv\", \"contentType\": \"text/csv; charset=utf-8\"}", "{\"id\":\"a,b\"}", "csv [rows.csv] text/csv; charset=utf-8 a,b")]
    [DataRow("\"csv\": {\"text\": \"{id}\", \"fileName\": \"rows.csv\"}, \"n\": 1", "{}", "n = 1")]
    [DataRow("\"meta\": {\"json\": {\"id\": \"{id}\", \"tags\": \"{tags}\"}}", "{\"id\":\"\\\"\"}", "meta [] application/json {\"id\":\"\\\"\"}")]
    [DataRow("\"meta\": {\"json\": \"{user}\", \"contentType\": \"application/vnd.x+json\"}, \"n\": 1", "{\"user\":{\"name\":\"a\"}}", "meta [] application/vnd.x+json {\"name\":\"a\"}|n = 1")]
    [DataRow("\"meta\": {\"json\": \"{user}\"}, \"n\": 1", "{}", "n = 1")]
    [DataRow("\"meta\": {\"json\": \"{any}\"}, \"m\": {\"json\": \"{n}\"}, \"l\": {\"json\": \"{lines}\"}", "{\"any\":[1],\"n\":3}", "meta [] application/json [1]|m [] application/json 3")]
    [DataRow("\"p\": [{\"bytes\": \"{photo}\"}, \"{id}\", {\"json\": []}]", "{\"photo\":\"YQ==\",\"id\":\"b\"}", "p [p] application/octet-stream a|p = b|p [] application/json []")]
    public async Task Parts_are_texts_files_and_json_in_the_order_of_the_spec(string multipart, string arguments, string sent)
    {
        var http = new StubHttp(new StubAnswer());
        Assert.AreEqual("{}", await HttpSpec.Load(Url + $"\"multipart\": {{ {multipart} }}").Answer(arguments, http));
        var request = http.Requests.Single();
        Assert.AreEqual("POST", request.Method);
        Assert.AreEqual(sent, string.Join("|", StrictMultipart.Read(request.ContentType, request.Body!.Value.Span)));
    }

    [TestMethod]
    [DataRow("{\"photo\":\"YQ==\",\"id\":\"a\\\"; filename=\\\"b.exe\"}", "invalid_input /id")]
    [DataRow("{\"photo\":\"YQ==\",\"id\":\"a\\r\\nX: y\"}", "invalid_input /id")]
    [DataRow("{\"photo\":\"YQ==\",\"id\":\"../../etc/passwd\"}", "invalid_input /id")]
    [DataRow("{\"photo\":\"YQ==\",\"id\":\"a\\u0000.png\"}", "invalid_input /id")]
    [DataRow("{\"photo\":\"YQ==\",\"id\":\"a\\u202egnp.exe\"}", "invalid_input /id")]
    [DataRow("{\"photo\":\"YQ==\",\"user\":{\"name\":\"text/html\\r\\n\\r\\n<b>\"}}", "invalid_input /user/name")]
    [DataRow("{\"photo\":\"YQ==\",\"user\":{\"name\":\"multipart/mixed; boundary=x\"}}", "invalid_input /user/name")]
    [DataRow("{\"photo\":\"YQ\"}", "invalid_input /photo")]
    [DataRow("{\"photo\":\"YR==\"}", "invalid_input /photo")]
    [DataRow("{\"photo\":\"Y Q==\"}", "invalid_input /photo")]
    [DataRow("{\"photo\":\"-_==\"}", "invalid_input /photo")]
    public async Task An_argument_writes_no_head_of_its_own(string arguments, string error)
    {
        var http = new StubHttp(new StubAnswer());
        var tool = HttpSpec.Load(Url + "\"multipart\": {\"photo\": {\"bytes\": \"{photo}\", \"fileName\": \"{id}\", \"contentType\": \"{user.name}\"}}");
        Assert.AreEqual(error, await tool.Answer(arguments, http));
        Assert.IsEmpty(http.Requests);
    }

    [TestMethod]
    public void What_is_printed_says_each_part() => StringAssert.Contains(
        ToolSource.Generate(HttpSpec.Read(HttpSpec.Text(Url + "\"multipart\": {\"photo\": {\"bytes\": \"{photo}\", \"fileName\": \"{id}\", \"contentType\": \"image/png\"}, \"note\": \"{id}\"}")), new GenerationOptions()).Source,
        "var __body = new global::ToolGen.Http.HttpMultipart().File(\"photo\", input.Photo, \"/photo\").Named(input.Id, \"/id\").As(\"image/png\").Text(\"note\", input.Id, \"/id\").Body();");
}
