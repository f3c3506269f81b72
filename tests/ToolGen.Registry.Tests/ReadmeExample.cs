using System;
using System.IO;
using System.Threading.Tasks;
using ToolGen.Registry.Retrieval;

namespace ToolGen.Registry.Tests;

/// <summary>The example of the package's page.</summary>
internal static class ReadmeExample
{
    public static async Task RunAsync(RegistryOptions options, string keyFile, string passphrase, NewVersion version)
    {
        await using var registry = await SqliteRegistry.OpenAsync(options);

        // A person's key. The first one of a registry signs itself in; each further one is signed in by one that is trusted.
        using var anna = ApproverKey.Create();
        anna.Save(keyFile, passphrase);
        await registry.GrantAsync(anna.SignIn(registry.Id, "Anna", DateTimeOffset.UtcNow));

        // What a forge made is a candidate, and called by nobody, until somebody who may says yes.
        var candidate = await registry.AddAsync(version, by: "maker");
        var approved = await registry.ApproveAsync(anna.Approve(candidate, DateTimeOffset.UtcNow, expires: DateTimeOffset.UtcNow.AddDays(90)));
        Console.WriteLine($"{approved.Name} {approved.Version} is {approved.State}, {string.Join(", ", approved.Capabilities)}");

        await using var index = await ToolIndex.OpenAsync(Path.Combine(options.Folder, "index.db"));
        await index.UpdateAsync(registry);
        foreach (var hit in index.Search(new("divide a number by two")).Hits)
            if (registry.Get(hit.Id) is { } tool) Console.WriteLine($"{tool.Name} {tool.Version}: {tool.State}");
    }
}
