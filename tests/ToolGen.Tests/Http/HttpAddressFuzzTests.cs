using System;
using System.Linq;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Http;

namespace ToolGen.Tests.Http;

/// <summary>Whatever a value is, it stays where the spec put it.</summary>
[TestClass]
public sealed class HttpAddressFuzzTests
{
    private static readonly string[] Known =
        ["..", ".", "%2e%2e", "..%2f", "a/../b", "//evil.example", "\\\\evil", "?x=1", "#f", "@evil.example", ":80", "\r\nHost: evil", "\0", "%", "%zz", ";", "&a=b", "\ud83d\ude00", "\u2028", "＃", "。。"];

    private static readonly Gen<string> Nasty = Gen.OneOf(
        Gen.String,
        Gen.Int[0, Known.Length - 1].Select(i => Known[i]),
        Gen.String[Gen.Char["./\\%?#&=@:;+ é\0\r\n{}2eF"], 0, 12]);

    [TestMethod]
    public void A_segment_keeps_host_path_and_value() => Gen.Select(Nasty, Nasty, Nasty).Sample((first, second, third) =>
    {
        string whole;
        try
        {
            whole = new HttpAddress("https://api.example:8443/v1/").Segment(first, "/a").Literal("/x/.").Segment(second).Literal(".json").Query("q", third).ToString();
        }
        catch (ToolException e)
        {
            return e.Code == "invalid_input" && (first is "" or "." or ".." || second.Length == 0 || Halves(first + " " + second + " " + third));
        }

        var uri = new Uri(whole);
        var parts = whole["https://api.example:8443/v1/".Length..].Split('?');
        var segments = parts[0].Split('/');
        return uri is { Scheme: "https", Host: "api.example", Port: 8443, UserInfo: "", Fragment: "" } && uri.AbsolutePath == "/v1/" + parts[0] && segments.Length == 3
            && Uri.UnescapeDataString(segments[0]) == first && Uri.UnescapeDataString(segments[2]) == "." + second + ".json" && segments[1] == "x"
            && parts.Length == 2 && parts[1].StartsWith("q=", StringComparison.Ordinal) && Uri.UnescapeDataString(parts[1][2..]) == third && whole.All(char.IsAscii);
    }, iter: 20_000);

    [TestMethod]
    public void A_form_gives_back_its_pairs() => Gen.Select(Nasty, Nasty).Sample((name, value) =>
    {
        try
        {
            var text = new HttpForm().Add(name, value).Add("z", new[] { value, value }).Body().ToText();
            var pairs = text.Split('&').Select(pair => pair.Split('=')).Select(pair => (Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1]))).ToList();
            return pairs.SequenceEqual([(name, value), ("z", value), ("z", value)]);
        }
        catch (ToolException e)
        {
            return e.Code == "invalid_input" && Halves(name + " " + value);
        }
    }, iter: 20_000);

    [TestMethod]
    public void A_header_stays_on_its_line() => Nasty.Sample(value =>
    {
        try
        {
            return HttpHeaders.Part(value).All(c => c is >= ' ' and <= '~');
        }
        catch (ToolException e)
        {
            return e.Code == "invalid_input" && value.Any(c => c is < ' ' or > '~');
        }
    }, iter: 20_000);

    [TestMethod]
    public void A_link_header_of_any_text_ends() => Gen.String[Gen.Char["<>;,=\" \\relnxtNEXT/?a"], 0, 60].Sample(value =>
    {
        var answer = new ToolHttpResponse(200, "https://api.example/", [new("Link", value)], default);
        return LinkOf(answer) is null || value.Contains('<', StringComparison.Ordinal);
    }, iter: 50_000);

    private static string? LinkOf(ToolHttpResponse answer) => (string?)typeof(HttpPager<int>).Assembly.GetType("ToolGen.Http.LinkHeader")!
        .GetMethod("Next", System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public)!.Invoke(null, [answer]);

    private static bool Halves(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return true;
            i++;
        }

        return false;
    }
}
