using System.Text;
using AgentNamespace.Tools;
using ToolGen;
using ToolGen.Effects;

// What tools may reach stands in toolgen.json beside the program; what it does not name is refused.
var grants = GrantsFile.Read(Path.Combine(AppContext.BaseDirectory, GrantsFile.Name)).Require();
await using var effects = new ToolEffects(grants, new() { FindTool = ToolEffectsOptions.ToolsOf(Catalog.Tools) });

if (args.Length > 0) return await Call(args[0], args.Length > 1 ? args[1] : "{}");

foreach (var known in Catalog.Tools.Descriptors) Console.WriteLine($"{known.Name}: {known.Description}");
Console.WriteLine();
return await Call("sales_by_region", """{ "top": 2 }""");

// As a model calls a tool: a name and JSON in, JSON or errors out.
async Task<int> Call(string name, string arguments)
{
    Console.WriteLine($"{name} {arguments}");
    if (Catalog.Tools.Find(name) is not { } tool)
    {
        await Console.Error.WriteLineAsync($"there is no tool {name}");
        return 2;
    }

    var result = await tool.CallAsync(Encoding.UTF8.GetBytes(arguments), effects.For(tool, Console.Error.WriteLine));
    if (!result.IsError) Console.WriteLine(Encoding.UTF8.GetString(result.Output.Span));
    foreach (var error in result.Errors) await Console.Error.WriteLineAsync($"{error.Code} {error.Pointer}: {error.Message}");
    return result.IsError ? 1 : 0;
}
