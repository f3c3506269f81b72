using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects;
using ToolGen.TestSupport;
using SourceText = ToolGen.Specification.Json.SourceText;

namespace ToolGen.OpenApi.Tests;

/// <summary>Eleven real documents with the names, methods and calls that their users expect.</summary>
[TestClass]
public sealed class ToolAlpacaTests
{
    private const int Operations = 40;
    private const int CleanCalls = 133;

    [TestMethod]
    public async Task Names_are_those_of_the_projection_and_clean_golden_calls_build_their_method_and_address()
    {
        var expected = new List<(string Method, string Target)>();
        await using var loopback = new LoopbackServer(_ => new Reply(200, "{}", ("Content-Type", "application/json")));
        int projected = 0, corrected = 0;
        foreach (var entry in JsonNode.Parse(await File.ReadAllTextAsync(SharedData.Require("data", "toolalpaca", "eval_real.json")))!.AsArray())
        {
            var text = entry!["Documentation"]!.GetValue<string>();
            var document = JsonNode.Parse(text)!;
            var server = new Uri(document["servers"]![0]!["url"]!.GetValue<string>());
            var origin = "http://" + server.Host;
            var result = new OpenApiImporter { Server = new(origin + server.AbsolutePath) }.Import(new SourceText("document.json", text));
            foreach (var (name, projection) in entry["Function_Projection"]!.AsObject())
            {
                var tool = result.Tools.SingleOrDefault(tool => tool.Name == name);
                Assert.IsNotNull(tool, $"{name} of {entry["Name"]}: there are {string.Join(", ", result.Tools.Select(one => one.Name))}");
                Assert.AreEqual($"{projection![1]} {projection[0]}", $"{tool.Method.ToLowerInvariant()} {tool.Path}");
                projected++;
            }

            using var compiled = Compiled.Of(result.Tools);
            foreach (var call in entry["Golden_Answers"]!.AsArray().SelectMany(answer => answer!.AsArray()))
            {
                if (Arguments(call!["Action_Input"]!.GetValue<string>()) is not { } arguments || result.Tools.FirstOrDefault(tool => tool.Name == call["Action"]!.GetValue<string>()) is not { } imported) continue;
                if (entry["Function_Projection"]![imported.Name] is null) continue;

                // A key that the document has as a parameter is a secret of the host.
                var secrets = imported.Secrets.Where(secret => arguments.Any(argument => IsOf(secret, argument.Key))).ToDictionary(secret => secret, secret => arguments.First(argument => IsOf(secret, argument.Key)));
                expected.Add((imported.Method, Target(server.AbsolutePath.TrimEnd('/') + "/" + imported.Path.TrimStart('/'), arguments)));
                foreach (var secret in secrets.Values) arguments.Remove(secret.Key);
                await using var effects = new ToolEffects(
                    new() { Http = [new(origin, [imported.Method], loopback.Address)], Secrets = secrets.ToDictionary(secret => secret.Key, secret => new SecretGrant(secret.Key, [origin])) },
                    new() { Environment = name => secrets[name].Value!.GetValue<string>() });
                var called = compiled[imported.Name];
                var answer = await called.CallAsync(Encoding.UTF8.GetBytes(arguments.ToJsonString()), effects.For(called));

                // A number where the document wants a text: the error has the argument that is meant.
                if (answer.Errors is [{ Code: "invalid_input", Correction: { } correction, Pointer: var pointer }])
                {
                    corrected++;
                    arguments[pointer![1..]] = JsonNode.Parse(correction);
                    answer = await called.CallAsync(Encoding.UTF8.GetBytes(arguments.ToJsonString()), effects.For(called));
                }

                Assert.IsFalse(answer.Errors.Any(error => error.Code == "invalid_input"), $"{imported.Name} {arguments.ToJsonString()}: {string.Join("; ", answer.Errors)}");
            }
        }

        Assert.AreEqual(Operations, projected);
        Assert.HasCount(CleanCalls, expected);
        Assert.IsLessThan(10, corrected);
        CollectionAssert.AreEqual(expected.Select(Shown).ToList(), loopback.Seen.Select(request => Shown((request.Method, request.Target))).ToList());
    }

    private static bool IsOf(string secret, string parameter) => secret.EndsWith("_" + parameter, StringComparison.Ordinal);

    private static JsonObject? Arguments(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Target(string path, JsonObject arguments)
    {
        var query = new List<string>();
        foreach (var (name, value) in arguments)
        {
            if (path.Contains($"{{{name}}}", StringComparison.Ordinal)) path = path.Replace($"{{{name}}}", Uri.EscapeDataString(value!.ToString()), StringComparison.Ordinal);
            else query.Add($"{name}={Uri.EscapeDataString(value!.ToString())}");
        }

        return path + (query.Count == 0 ? "" : "?" + string.Join('&', query));
    }

    // The order of query parameters is nobody's promise.
    private static string Shown((string Method, string Target) request) => $"{request.Method} {request.Target.Split('?')[0]}?{string.Join('&', request.Target.Split('?').Skip(1).SelectMany(query => query.Split('&')).Order(StringComparer.Ordinal))}";
}
