namespace ToolGen.Specification.Findings;

/// <summary>Methods that other stacks call as tools, and that could be tools of the catalog.</summary>
public static partial class FindingCatalog
{
    private const string WhyJoin = "A tool of the catalog has its arguments held against the schema that it publishes, answers wrong ones with what to write instead, has an output schema, and is called by every stack, by a `compose` and by `[ToolSamples]` in the same way.";

    public static readonly FindingDescriptor McpToolCanJoin = new(
        "TG2340",
        "Tool of an MCP server that could be one of the catalog",
        FindingSeverity.Info,
        "`{0}` can be a tool of the catalog, and the server keeps serving it",
        "Take the fix (`dotnet format analyzers --severity info --diagnostics TG2340`).",
        WhyJoin + " The fix makes all tools of the type `[Tool]` methods and hands them to the server with `WithToolGen`, of the package ToolGen.Mcp. The page `from-mcp-server.md` shows what changes for clients.",
        "[McpServerTool, Description(\"Says it back.\")]\npublic static string Echo(string message) => message;\n\nbuilder.Services.AddMcpServer().WithStdioServerTransport().WithTools<EchoTool>();",
        "[Tool, Description(\"Says it back.\")]\npublic static string Echo(string message) => message;\n\nbuilder.Services.AddMcpServer().WithStdioServerTransport().WithToolGen(Catalog.Tools.Only(\"echo\"));");

    public static readonly FindingDescriptor KernelFunctionCanJoin = new(
        "TG2341",
        "Function of a kernel that could be a tool of the catalog",
        FindingSeverity.Info,
        "`{0}` can be a tool of the catalog, and the kernel keeps its plugin",
        "Take the fix (`dotnet format analyzers --severity info --diagnostics TG2341`).",
        WhyJoin + " The fix makes all functions of the plugin `[Tool]` methods and hands them to the kernel under the same plugin name, by way of the package ToolGen.Extensions.AI. The page `from-aifunctionfactory.md` shows what changes for models.",
        "[KernelFunction(\"get_lights\")]\npublic string GetLights() => \"on\";\n\nkernel.Plugins.AddFromType<Lights>();",
        "[Tool]\npublic string GetLights() => \"on\";\n\nkernel.Plugins.AddFromFunctions(\"Lights\", Catalog.Tools.Only(\"get_lights\").AsAIFunctions(target: new Lights()).Select(function => function.AsKernelFunction()));");

    public static readonly FindingDescriptor FunctionCanJoin = new(
        "TG2342",
        "Function of a chat that could be a tool of the catalog",
        FindingSeverity.Info,
        "`{0}` can be a tool of the catalog, and the chat keeps calling it",
        "Take the fix (`dotnet format analyzers --severity info --diagnostics TG2342`).",
        WhyJoin + " The fix makes the method a `[Tool]` and takes the tool's function from the catalog, by way of the package ToolGen.Extensions.AI. The page `from-aifunctionfactory.md` shows what changes for models.",
        "Tools = [AIFunctionFactory.Create(GetWeather)]",
        "Tools = [Catalog.Tools.AsAIFunction(\"GetWeather\", asks: false)]");

    public static readonly FindingDescriptor CannotJoin = new(
        "TG2343",
        "Method that cannot be a tool of the catalog as it stands",
        FindingSeverity.Info,
        "`{0}` stays as it is: {1}",
        "",
        "Tools of both kinds live side by side, so nothing has to change. Where a package is missing, `dotnet add package ToolGen.Mcp` or `dotnet add package ToolGen.Extensions.AI` adds it. What only another stack can supply (its server, its kernel, its content types) is no part of a tool that every stack can call.",
        "[McpServerTool]\npublic static Task<string> Ask(McpServer server, string question) => …",
        "[McpServerTool]\npublic static string Answer(string question) => …");
}
