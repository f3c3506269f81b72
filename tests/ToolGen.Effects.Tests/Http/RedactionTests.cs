using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects.Secrets;
using ToolGen.TestSupport;

namespace ToolGen.Effects.Tests.Http;

[TestClass]
public sealed class RedactionTests
{
    private const string Value = "aK9/x+\"q\\ü&z=<7>%41 end";

    /// <summary>Ways in which a server gives back what it got.</summary>
    private static readonly (string Name, Func<string, string> Write)[] Ways =
    [
        ("raw", value => value),
        ("url", Uri.EscapeDataString),
        ("url, lower case", value => Lower(Uri.EscapeDataString(value))),
        ("form", value => WebUtility.UrlEncode(value)),
        ("every byte escaped", value => string.Concat(Encoding.UTF8.GetBytes(value).Select(b => "%" + b.ToString("x2", CultureInfo.InvariantCulture)))),
        ("json", value => JsonSerializer.Serialize(value)),
        ("json, relaxed", value => JsonSerializer.Serialize(value, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })),
        ("json, slashes", value => JsonSerializer.Serialize(value).Replace("/", "\\/", StringComparison.Ordinal)),
        ("every letter as json", value => string.Concat(value.Select(c => $"\\u{(int)c:x4}"))),
        ("html", value => WebUtility.HtmlEncode(value)),
        ("every letter as html", value => string.Concat(value.EnumerateRunes().Select((rune, i) => i % 2 == 0 ? $"&#{rune.Value};" : $"&#x{rune.Value:X};"))),
        ("hex", value => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(value))),
        ("HEX", value => Convert.ToHexString(Encoding.UTF8.GetBytes(value))),
        ("base64", value => Base64("", value, "")),
        ("base64, 1", value => Base64("x", value, "y")),
        ("base64, 2", value => Base64("xx", value, "yy")),
        ("basic", value => Base64("some user:", value, "")),
        ("base64url", value => Base64("", value, "").Replace('+', '-').Replace('/', '_').TrimEnd('=')),
        ("base64url, 1", value => Base64("{", value, "}").Replace('+', '-').Replace('/', '_').TrimEnd('=')),
        ("base64 in a url", value => Uri.EscapeDataString(Base64("ab", value, "c"))),
        ("base64 in json", value => JsonSerializer.Serialize(Base64("a", value, "bc"))),
        ("hex in json", value => JsonSerializer.Serialize("0x" + Convert.ToHexString(Encoding.UTF8.GetBytes(value)))),
    ];

    [TestMethod]
    public void Every_way_to_write_a_secret_is_masked()
    {
        foreach (var value in new[] { Value, "sk-live-4242424242424242", "hunter2", "ÜberGeheim€𝄞", "      ", "%2B%2B%2B", "\\\\\\\\\\\\", "&amp;&amp;" })
        {
            var redactor = new Redactor();
            redactor.Add(value);
            foreach (var (name, write) in Ways)
            {
                var masked = redactor.Mask("before|" + write(value) + "|after");
                StringAssert.Contains(masked, "***", $"{name} of {value}");
                Assert.IsFalse(Traces(value).Any(trace => masked.Contains(trace, StringComparison.Ordinal)), $"{name} of {value}: {masked}");
            }
        }
    }

    [TestMethod]
    public void What_has_no_secret_is_left_as_it_is()
    {
        var redactor = new Redactor();
        redactor.Add(Value);
        redactor.Add("hunter2");
        foreach (var text in new[] { "", "hunter", "unter2", "hunter%", "hunter%3", "%", "\\u", "&#", "&#;", "&#99999999999;", "hunter\\u00", "aK9/x+\"q\\ü&z=<7>%41 en" })
            Assert.AreEqual(text, redactor.Mask(text));
        var bytes = new byte[] { 0xff, 0xfe, 0, (byte)'%', (byte)'h' };
        Assert.AreSame(bytes, redactor.Mask(bytes));
    }

    [TestMethod]
    public void Secrets_that_overlap_or_follow_one_another_are_all_masked()
    {
        var redactor = new Redactor();
        redactor.Add("hunter2");
        redactor.Add("hunter2-and-more");
        redactor.Add("more-of-it");
        Assert.AreEqual("***|*** ******", redactor.Mask("hunter2|hunter2-and-more hunter2hunter2"));
        Assert.IsFalse(redactor.Mask("hunter2-and-more-of-it").Contains("hunter", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Random_secrets_in_random_places_are_masked()
    {
        Gen.Select(Gen.String[6, 24], Gen.Int[0, Ways.Length - 1], Gen.String[0, 5]).Sample((value, way, around) =>
        {
            if (Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)) != value || around.Contains(value, StringComparison.Ordinal)) return;
            var redactor = new Redactor();
            redactor.Add(value);
            var masked = redactor.Mask("(" + Ways[way].Write(value) + ")" + around);
            Assert.IsFalse(masked.Contains(value, StringComparison.Ordinal));
            StringAssert.Contains(masked, "***", Ways[way].Name);
        }, iter: 2_000);
    }

    [TestMethod]
    public async Task Nothing_that_comes_out_of_a_run_holds_the_secret()
    {
        // A server that gives back all it saw, in its body, its headers and its redirects, in every way.
        await using var server = new LoopbackServer(request =>
        {
            var seen = request.Target + string.Concat(request.Headers.Select(header => header.Value));
            var ways = Ways.Select(way => way.Write(Value)).ToArray();
            if (request.Target.StartsWith("/status", StringComparison.Ordinal)) return new(500, seen + string.Join('\n', ways));
            if (request.Target.StartsWith("/redirect", StringComparison.Ordinal)) return new(302, seen, ("Location", "http://unknown.example/" + Uri.EscapeDataString(Value)));
            if (request.Target.StartsWith("/path", StringComparison.Ordinal)) return new(302, seen, ("Location", "/echo/" + Uri.EscapeDataString(Value).Replace("%2F", "/", StringComparison.Ordinal)));
            if (request.Target.StartsWith("/home", StringComparison.Ordinal)) return new(302, seen, ("Location", "/echo?back=" + Uri.EscapeDataString(Value)));
            return new(200, seen + string.Join('\n', ways), [.. ways.Select((way, i) => ("X-" + i, way.Replace("\n", "", StringComparison.Ordinal))), ("Set-Cookie", "key=" + Uri.EscapeDataString(Value))]);
        });
        await using var world = new HttpWorld().Allow("http://a.example", server).Secret("key", Value, "http://a.example");
        var came = new List<string>();
        foreach (var auth in new ToolHttpAuth[]
        {
            new("bearer", "key"), new("header", "key") { Carrier = "X-Key" }, new("query", "key") { Carrier = "key" }, new("basic", "key") { Carrier = "user" }, new("hmac", "key") { Carrier = "X-Signature" },
        })
        {
            foreach (var path in new[] { "echo", "status", "redirect", "path", "home" })
            {
                var context = world.Context();
                try
                {
                    var answer = await context.Http.SendAsync(new("GET", "http://a.example/" + path) { Auth = auth });
                    came.Add(answer.ToString() + answer.Text() + answer.Url + string.Join('\n', answer.Headers));
                    context.Log("seen: " + answer.Text() + Value);
                }
                catch (ToolException e)
                {
                    came.Add(e.ToString());
                }

                came.AddRange(context.Used);
            }
        }

        // Another tool, without the secret, reads what the server kept.
        var other = world.Effects.For(new StubTool("http GET http://a.example/**"));
        came.Add((await other.Http.SendAsync(new("GET", "http://a.example/echo"))).Text());

        came.AddRange(world.Lines);
        Assert.IsGreaterThan(30, came.Count);
        foreach (var trace in Traces(Value).Concat(Ways.Select(way => way.Write(Value).Trim('"'))))
            foreach (var text in came) Assert.IsFalse(text.Contains(trace, StringComparison.OrdinalIgnoreCase), $"{trace} stands in {text}");
    }

    [TestMethod]
    public void Masking_a_large_answer_is_quick()
    {
        var redactor = new Redactor();
        for (var i = 0; i < 5; i++) redactor.Add($"sk-live-{i}-4242424242424242");
        var body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("""{"name":"sk-live \u00fc &amp; %2B","value":42}""", 40_000)));
        var start = DateTime.UtcNow;
        Assert.AreSame(body, redactor.Mask(body));
        Assert.IsLessThan(TimeSpan.FromSeconds(5), DateTime.UtcNow - start);
    }

    /// <summary>Runs of characters that are enough to know the secret by.</summary>
    private static IEnumerable<string> Traces(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        yield return value;
        yield return Convert.ToHexString(bytes)[2..];
        yield return Convert.ToHexStringLower(bytes)[2..];
        for (var shift = 0; shift < 3; shift++)
        {
            var inner = Convert.ToBase64String([.. new byte[shift], .. bytes])[4..].TrimEnd('=');
            if (inner.Length > 6) yield return inner[..^2];
        }
    }

    private static string Base64(string before, string value, string after) => Convert.ToBase64String(Encoding.UTF8.GetBytes(before + value + after));

    private static string Lower(string escaped)
    {
        var text = escaped.ToCharArray();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%') continue;
            text[i + 1] = char.ToLowerInvariant(text[i + 1]);
            text[i + 2] = char.ToLowerInvariant(text[i + 2]);
        }

        return new(text);
    }
}
