using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.TestSupport.Errors;

namespace ToolGen.Tests.Errors;

/// <summary>Slips that models make are refused, told with what was meant, and repaired by following that.</summary>
[TestClass]
public sealed class CorrectionTests
{
    private static readonly RuleTool Trip = new(RuleTool.Trip);

    [TestMethod]
    [DataRow("days", "\"3\"", "3")]
    [DataRow("days", "\" 3 \"", "3")]
    [DataRow("days", "[3]", "3")]
    [DataRow("days", "{\"value\":3}", "3")]
    [DataRow("city", "12345", "\"12345\"")]
    [DataRow("city", "[\"Oslo\"]", "\"Oslo\"")]
    [DataRow("units", "\"Celsius\"", "\"celsius\"")]
    [DataRow("units", "\"celcius\"", "\"celsius\"")]
    [DataRow("units", "\"'kelvin'\"", "\"kelvin\"")]
    [DataRow("level", "\"2\"", "2")]
    [DataRow("mode", "\"slow\"", "\"fast\"")]
    [DataRow("start_date", "\"2025/3/1\"", "\"2025-03-01\"")]
    [DataRow("start_date", "\"31/03/2025\"", "\"2025-03-31\"")]
    [DataRow("start_date", "\"March 31, 2025\"", "\"2025-03-31\"")]
    [DataRow("start_date", "\"2025-03-31T00:00:00Z\"", "\"2025-03-31\"")]
    [DataRow("leaves", "\"2025-03-31T09:30:00\"", "\"2025-03-31T09:30:00Z\"")]
    [DataRow("leaves", "\"2025-03-31 09:30\"", "\"2025-03-31T09:30:00Z\"")]
    [DataRow("leaves", "\"2025-03-31\"", "\"2025-03-31T00:00:00Z\"")]
    [DataRow("stay", "\"1h30m\"", "\"PT1H30M\"")]
    [DataRow("stay", "\"90 minutes\"", "\"PT90M\"")]
    [DataRow("booking", "\"123e4567e89b12d3a456426614174000\"", "\"123e4567-e89b-12d3-a456-426614174000\"")]
    [DataRow("page", "\"example.com/a\"", "\"https://example.com/a\"")]
    [DataRow("email", "\"Ann <ann@example.com>\"", "\"ann@example.com\"")]
    [DataRow("quiet", "\"true\"", "true")]
    [DataRow("quiet", "\"False\"", "false")]
    [DataRow("quiet", "\"yes\"", "true")]
    [DataRow("quiet", "0", "false")]
    [DataRow("tags", "\"sea\"", "[\"sea\"]")]
    [DataRow("tags", "\"sea, sun\"", "[\"sea\",\"sun\"]")]
    [DataRow("tags", "\"[\\\"sea\\\"]\"", "[\"sea\"]")]
    [DataRow("ids", "7", "[7]")]
    [DataRow("ids", "\"7\"", "[7]")]
    [DataRow("ids", "\"1, 2\"", "[1,2]")]
    [DataRow("place", "\"{\\\"lat\\\": 59.9}\"", "{\"lat\":59.9}")]
    [DataRow("place", "\"{'lat': 59.9}\"", "{\"lat\":59.9}")]
    [DataRow("place", "[{\"lat\":1}]", "{\"lat\":1}")]
    public async Task Value_that_was_meant_is_offered_and_passes(string name, string given, string correction)
    {
        var arguments = With(name, given);
        var result = await Trip.Call(arguments);
        Assert.AreEqual(correction, result.Errors.Single().Correction, result.ErrorText());
        Assert.AreEqual("/" + name, result.Errors[0].Pointer);
        Assert.IsFalse((await Trip.Call(Follow.Advice(arguments, result.Errors)!)).IsError);
    }

    [TestMethod]
    [DataRow("units", "null")]
    [DataRow("quiet", "null")]
    [DataRow("quiet", "\"null\"")]
    [DataRow("ids", "\"None\"")]
    [DataRow("start_date", "\"\"")]
    [DataRow("colour_of_hat", "\"red\"")]
    public async Task What_is_better_left_out_is_said_to_be(string name, string given)
    {
        var arguments = With(name, given);
        var result = await Trip.Call(arguments);
        StringAssert.EndsWith(result.Errors.Single().Message, "leave it out", StringComparison.Ordinal);
        Assert.IsFalse((await Trip.Call(Follow.Advice(arguments, result.Errors)!)).IsError);
    }

    [TestMethod]
    [DataRow("days", "15")]
    [DataRow("days", "1.5")]
    [DataRow("days", "null")]
    [DataRow("days", "\"three\"")]
    [DataRow("units", "\"rankine\"")]
    [DataRow("start_date", "\"03/04/2025\"")]
    [DataRow("start_date", "\"soon\"")]
    [DataRow("city", "\"\"")]
    [DataRow("place", "\"{\\\"lat\\\": \\\"north\\\"}\"")]
    public async Task What_is_not_obvious_is_not_guessed(string name, string given)
    {
        var error = (await Trip.Call(With(name, given))).Errors.Single();
        Assert.IsNull(error.Correction, error.ToString());
        Assert.IsFalse(error.Message.Contains("leave it out", StringComparison.Ordinal), error.ToString());
    }

    [TestMethod]
    [DataRow("""{"City":"Oslo","days":3}""", "/City", "city")]
    [DataRow("""{"city":"Oslo","days":3,"startDate":"2025-03-31"}""", "/startDate", "start_date")]
    [DataRow("""{"city":"Oslo","days":3,"start-date":"2025-03-31"}""", "/start-date", "start_date")]
    [DataRow("""{"ctiy":"Oslo","days":3}""", "/ctiy", "city")]
    [DataRow("""{"location":"Oslo","days":3}""", "/location", "city")]
    [DataRow("""{"city":"Oslo","days":3,"place":{"latitude":1}}""", "/place/latitude", "lat")]
    public async Task Property_that_was_meant_is_offered_and_passes(string arguments, string pointer, string name)
    {
        var result = await Trip.Call(arguments);
        var error = result.Errors.Single(one => one.Pointer == pointer);
        Assert.AreEqual($"\"{name}\"", error.Correction, result.ErrorText());
        Assert.IsFalse((await Trip.Call(Follow.Advice(arguments, result.Errors)!)).IsError);
    }

    [TestMethod]
    [DataRow("""{"arguments":{"city":"Oslo","days":3}}""")]
    [DataRow("""{"input":{"city":"Oslo","days":3}}""")]
    [DataRow("""{"parameters":{"city":"Oslo","days":3}}""")]
    [DataRow("""{"trip":{"city":"Oslo","days":3}}""")]
    [DataRow("""{"name":"trip","arguments":{"city":"Oslo","days":3}}""")]
    [DataRow("""{"name":"trip","arguments":"{\"city\":\"Oslo\",\"days\":3}"}""")]
    [DataRow("""{"type":"function","function":{"name":"trip","arguments":"{\"city\":\"Oslo\",\"days\":3}"}}""")]
    [DataRow("""[{"city":"Oslo","days":3}]""")]
    [DataRow("\"{\\\"city\\\":\\\"Oslo\\\",\\\"days\\\":3}\"")]
    public async Task Arguments_inside_something_else_are_one_error_with_what_to_send(string arguments)
    {
        var result = await Trip.Call(arguments);
        var error = result.Errors.Single();
        Assert.AreEqual("", error.Pointer);
        Assert.AreEqual("""{"city":"Oslo","days":3}""", error.Correction, error.ToString());
        Assert.IsFalse((await Trip.Call(error.Correction!)).IsError);
    }

    [TestMethod]
    public async Task Errors_of_wrapped_arguments_are_told_at_once()
    {
        var result = await Trip.Call("""{"arguments":{"city":"Oslo","days":"3"}}""");
        CollectionAssert.AreEqual(new[] { "", "/days" }, result.Errors.Select(error => error.Pointer).ToArray());
        Assert.AreEqual("3", result.Errors[1].Correction);
    }

    [TestMethod]
    public async Task Property_that_is_missing_under_another_name_says_which()
    {
        var result = await Trip.Call("""{"ctiy":"Oslo","days":3}""");
        Assert.AreEqual("is required; rename \"ctiy\" to it", result.Errors.Single(error => error.Pointer == "/city").Message);
    }

    [TestMethod]
    public async Task Secret_is_repeated_nowhere()
    {
        var result = await Trip.Call("""{"city":"Oslo","days":3,"password":12345678,"tags":{"api_key":"12345678"}}""");
        Assert.HasCount(2, result.Errors);
        Assert.IsFalse(string.Concat(result.Errors.Select(error => error + error.Given + error.Correction)).Contains("12345678", StringComparison.Ordinal), result.ErrorText());
    }

    [TestMethod]
    [DataRow("""{"city":"Oslo","days":3,"tags":{"user":"a","login":{"password":"hunter2"}}}""")]
    [DataRow("""{"city":"Oslo","days":3,"tags":{"auth":{"user":"hunter2"}}}""")]
    [DataRow("""{"city":"Oslo","days":3,"tags":{"auth":["a","hunter2"]}}""")]
    [DataRow("""{"city":{"password":"hunter2"},"days":3}""")]
    [DataRow("""{"city":"Oslo","days":3,"auth":{"tags":{"user":"hunter2"}}}""")]
    [DataRow("""{"city":"Oslo","days":3,"api_keys":["hunter2"]}""")]
    [DataRow("""{"city":"Oslo","days":3,"api_numbers":"{\"password\":\"hunter2\"}"}""")]
    [DataRow("""{"city":"Oslo","days":3,"ids":"{\"password\":\"hunter2\"}"}""")]
    [DataRow("""{"city":"Oslo","days":3,"tags":"[{\u0022password\u0022:\u0022hunter2\u0022}]"}""")]
    [DataRow("""{"city":"Oslo","days":3,"tags":"{'password': 'hunter2'}"}""")]
    [DataRow("""{"city":"Oslo","days":3,"tags":"{\"login\":\"{\\\"pass\\\\u0077ord\\\":\\\"hunter2\\\"}\"}"}""")]
    [DataRow("""{"arguments":{"city":"Oslo","days":3,"place":{"lat":1},"password":"hunter2"}}""")]
    [DataRow("""{"arguments":"{\"city\":\"Oslo\",\"days\":3,\"password\":\"hunter2\"}"}""")]
    [DataRow("""{"auth":{"city":"hunter2","days":3}}""")]
    [DataRow("""{"auth":{"city":"Oslo","days":"hunter2"}}""")]
    public async Task Secret_is_repeated_from_no_depth(string arguments)
    {
        var result = await Trip.Call(arguments);
        Assert.IsNotEmpty(result.Errors);
        Assert.IsFalse(string.Concat(result.Errors.Select(error => error + error.Given + error.Correction)).Contains("hunter2", StringComparison.Ordinal), result.ErrorText());
    }

    [TestMethod]
    [DataRow("auth", """{"user":"a","password":"hunter2"}""")]
    [DataRow("api_keys", "[1234567]")]
    [DataRow("logins", """{"login":{"password":"hunter2"}}""")]
    [DataRow("logins", """{"login":{"list":["{\"password\":\"hunter2\"}"]}}""")]
    [DataRow("passwords", "\"[1234567]\"")]
    [DataRow("credentials", """{"text":[1234567]}""")]
    [DataRow("login", "\"{\\\"x\\\":1234567,\\\"password\\\":1}\"")]
    public async Task Secret_is_in_no_correction(string name, string value)
    {
        var texts = new SchemaRule { Types = JsonTypes.Array, Items = new() { Types = JsonTypes.String | JsonTypes.Object } };
        var result = await new RuleTool(RuleTool.Object([], (name, texts))).Call($"{{\"{name}\":{value}}}");
        Assert.IsNotEmpty(result.Errors);
        Assert.IsTrue(result.Errors.All(error => error.Correction is null), result.ErrorText());
        var said = string.Concat(result.Errors.Select(error => error + error.Given));
        Assert.IsFalse(said.Contains("hunter2", StringComparison.Ordinal) || said.Contains("1234567", StringComparison.Ordinal), result.ErrorText());
    }

    [TestMethod]
    public async Task Wrapped_secret_is_not_printed_as_arguments()
    {
        var login = RuleTool.Object(["password"], ("password", new() { Types = JsonTypes.String }));
        var error = (await new RuleTool(RuleTool.Object(["login"], ("login", login))).Call("""{"arguments":{"login":{"password":"hunter2"}}}""")).Errors.Single();
        Assert.IsNull(error.Correction);
        Assert.IsFalse(error.ToString().Contains("hunter2", StringComparison.Ordinal), error.ToString());
    }

    [TestMethod]
    public async Task Output_is_told_of_in_the_same_way()
    {
        var result = await new RuleTool(SchemaRuleOfAnything, RuleTool.Trip, """{"city":"Oslo","days":"3","units":"Celsius"}""").Call("{}");
        CollectionAssert.AreEqual(new[] { "invalid_output /days 3", "invalid_output /units \"celsius\"" }, result.Errors.Select(error => $"{error.Code} {error.Pointer} {error.Correction}").ToArray());
    }

    [TestMethod]
    public async Task Error_is_one_line_for_a_model() =>
        Assert.AreEqual("invalid_input: /days must be an integer, given \"3\"; write 3", (await Trip.Call(With("days", "\"3\""))).ErrorText());

    private static SchemaRule SchemaRuleOfAnything { get; } = new();

    private static string With(string name, string value) => name switch
    {
        "city" => $$"""{"city":{{value}},"days":3}""",
        "days" => $$"""{"city":"Oslo","days":{{value}}}""",
        _ => $$"""{"city":"Oslo","days":3,"{{name}}":{{value}}}""",
    };
}
