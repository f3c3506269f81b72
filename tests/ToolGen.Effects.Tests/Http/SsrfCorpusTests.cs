using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.Security.AntiSSRF;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Effects.Http;
using ToolGen.TestSupport;

namespace ToolGen.Effects.Tests.Http;

[TestClass]
public sealed class SsrfCorpusTests
{
    /// <summary>Groups that are about addresses and schemes alone, which is what the peer is for.</summary>
    private static readonly string[] Addresses = ["v4", "v6", "disguise", "name", "scheme", "public"];

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void Corpus_is_large_enough()
    {
        Assert.IsGreaterThanOrEqualTo(150, SsrfCase.All.Count(each => !each.Allowed));
        Assert.IsGreaterThanOrEqualTo(40, SsrfCase.All.Count(each => each.Allowed));
    }

    [TestMethod]
    public async Task Every_hostile_request_is_refused_and_every_other_goes_out()
    {
        var wrong = new List<string>();
        var counts = new SortedDictionary<string, (int Right, int All)>(StringComparer.Ordinal);
        foreach (var each in SsrfCase.All)
        {
            var (code, dialed) = await AskAsync(each);
            var right = each.Allowed ? code is null or "unavailable" && dialed : code is "denied" or "limit" && !dialed;
            if (!right) wrong.Add($"{each.Group} {each.Url}: {(each.Allowed ? "should go out" : "should be refused")}, ended with {code ?? "an answer"}{(dialed ? ", a connection was opened" : "")}");
            var key = $"{(each.Allowed ? "allow" : "refuse")} {each.Group}";
            var count = counts.GetValueOrDefault(key);
            counts[key] = (count.Right + (right ? 1 : 0), count.All + 1);
        }

        foreach (var (key, count) in counts) this.TestContext.WriteLine($"{key}: {count.Right} of {count.All}");
        Assert.IsEmpty(wrong, string.Join('\n', wrong));
    }

    [TestMethod]
    public async Task Side_by_side_with_the_anti_ssrf_library()
    {
        var (ours, theirs, refusable, ourFalse, theirFalse, legitimate) = (0, 0, 0, 0, 0, 0);
        var differ = new List<string>();
        foreach (var each in SsrfCase.All.Where(each => Addresses.Contains(each.Group)))
        {
            var mine = (await AskAsync(each)).Code is "denied" or "limit";
            var peer = !PeerAllows(each);
            if (each.Allowed)
            {
                legitimate++;
                ourFalse += mine ? 1 : 0;
                theirFalse += peer ? 1 : 0;
            }
            else
            {
                refusable++;
                ours += mine ? 1 : 0;
                theirs += peer ? 1 : 0;
            }

            if (mine != peer) differ.Add($"{each.Url} ({string.Join(", ", each.Addresses.AsEnumerable())}): here {(mine ? "refused" : "allowed")}, there {(peer ? "refused" : "allowed")}");
        }

        this.TestContext.WriteLine($"hostile refused: here {ours} of {refusable}, Microsoft.Security.AntiSSRF 1.0.1 {theirs} of {refusable}");
        this.TestContext.WriteLine($"legitimate refused: here {ourFalse} of {legitimate}, there {theirFalse} of {legitimate}");
        this.TestContext.WriteLine(string.Join('\n', differ));
        Assert.AreEqual((refusable, 0), (ours, ourFalse));
        Assert.IsGreaterThanOrEqualTo(theirs, ours);
    }

    private static async Task<(string? Code, bool Dialed)> AskAsync(SsrfCase each)
    {
        await using var server = new LoopbackServer(request => request.Target == "/dir/page" ? new(302, "", ("Location", each.Url)) : new(200));
        await using var world = new HttpWorld();
        foreach (var address in each.Addresses.Where(address => AddressGuard.Refusal(address) is null)) world.Servers[address] = server;
        var url = each.Url;
        if (each.Group == "redirect")
        {
            world.Allow("http://public.example").Serve("public.example", server);
            url = "http://public.example/dir/page";
        }

        if (each.Group == "scope")
        {
            world.Grant(new("http://api.example/v1/items/*", ["GET"]));
            world.Capabilities.Add("http GET http://api.example/v1/items/*");
            foreach (var host in new[] { "http://evil.api.example", "http://api.example:8080", "https://api.example" }) world.Grant(new(host, ["*"]));
            world.Names["api.example"] = () => each.Addresses;
        }
        else if (Target(each) is { } target)
        {
            // All that is left to refuse it is its address.
            world.Allow(target.Origin);
            world.Names.TryAdd(target.Host, () => each.Addresses);
        }

        var code = await world.CodeAsync(url);
        var first = each.Group == "redirect" ? world.Names["public.example"]()[0] : null;
        Assert.IsTrue(world.Dialed.All(end => end.Address.Equals(first) || each.Addresses.Contains(end.Address)), each.Url);
        var reached = each.Group == "redirect" ? server.Seen.Count > 1 : !world.Dialed.IsEmpty;
        return (code, reached);
    }

    private static HttpTarget? Target(SsrfCase each)
    {
        try
        {
            return each.Group == "redirect" ? HttpTarget.Parse("http://public.example/dir/page").Follow(each.Url) : HttpTarget.Parse(each.Url);
        }
        catch (ToolException)
        {
            return null;
        }
    }

    /// <summary>What the peer decides about a request's scheme and the addresses of its host, asked without sending anything.</summary>
    private static bool PeerAllows(SsrfCase each)
    {
        if (!Uri.TryCreate(each.Url, UriKind.Absolute, out var uri)) return false;
        var policy = new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest) { AllowPlainTextHttp = true };
        using var message = new HttpRequestMessage(HttpMethod.Get, uri);
        if (uri.Scheme is not ("http" or "https")) return false;
        var addresses = IPAddress.TryParse(uri.IdnHost, out var literal) ? [literal] : each.Addresses;
        return Ask("IsHttpRequestAllowed", uri.Scheme, message.Headers) && addresses.Length > 0 && Ask("IsNetworkConnectionAllowed", [addresses]);

        bool Ask(string name, params object[] arguments) =>
            (bool)typeof(AntiSSRFPolicy).GetMethod(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)!.Invoke(policy, arguments)!;
    }
}
