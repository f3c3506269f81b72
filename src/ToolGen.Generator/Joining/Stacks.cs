using Microsoft.CodeAnalysis;

namespace ToolGen.Generator.Joining;

/// <summary>What a project references of the stacks whose methods can join, and of ToolGen's adapters to them. Known by metadata names: none has to be there.</summary>
public sealed class Stacks
{
    private readonly object reading = new();
    private Registrations? registrations;

    private Stacks(Compilation compilation)
    {
        this.Compilation = compilation;
        this.McpTool = compilation.GetTypeByMetadataName("ModelContextProtocol.Server.McpServerToolAttribute");
        this.McpToolType = compilation.GetTypeByMetadataName("ModelContextProtocol.Server.McpServerToolTypeAttribute");
        this.KernelFunction = compilation.GetTypeByMetadataName("Microsoft.SemanticKernel.KernelFunctionAttribute");
        this.Functions = compilation.GetTypeByMetadataName("Microsoft.Extensions.AI.AIFunctionFactory");
        this.HasMcpAdapter = compilation.GetTypeByMetadataName("ToolGen.Mcp.ToolGenMcp") is not null;
        this.HasFunctionAdapter = compilation.GetTypeByMetadataName("ToolGen.Extensions.AI.ToolboxFunctions") is not null;
    }

    /// <summary>The project.</summary>
    public Compilation Compilation { get; }

    /// <summary><c>[McpServerTool]</c>.</summary>
    public INamedTypeSymbol? McpTool { get; }

    /// <summary><c>[McpServerToolType]</c>.</summary>
    public INamedTypeSymbol? McpToolType { get; }

    /// <summary><c>[KernelFunction]</c>.</summary>
    public INamedTypeSymbol? KernelFunction { get; }

    /// <summary><c>AIFunctionFactory</c>.</summary>
    public INamedTypeSymbol? Functions { get; }

    /// <summary>Whether ToolGen.Mcp is there.</summary>
    public bool HasMcpAdapter { get; }

    /// <summary>Whether ToolGen.Extensions.AI is there.</summary>
    public bool HasFunctionAdapter { get; }

    /// <summary>Of a project; null where it does not reference ToolGen, or has nothing that could join.</summary>
    public static Stacks? Of(Compilation compilation)
    {
        if (compilation.GetTypeByMetadataName(Methods.MethodReader.Attribute) is null) return null;
        var stacks = new Stacks(compilation);
        return stacks.McpTool is null && stacks.KernelFunction is null && stacks.Functions is null ? null : stacks;
    }

    /// <summary>Where the project hands tools to the stacks; read once, when a method first asks.</summary>
    public Registrations RegistrationsOf(System.Threading.CancellationToken cancellationToken)
    {
        lock (this.reading) return this.registrations ??= Registrations.In(this.Compilation, cancellationToken);
    }

    /// <summary>Whether the catalog has a tool of this name already.</summary>
    public bool HasTool(string name)
    {
        foreach (var attribute in this.Compilation.Assembly.GetAttributes())
        {
            if (attribute.AttributeClass?.ToDisplayString() == "ToolGen.ToolMetadataAttribute" && string.Equals(Methods.Attributes.Text(attribute, 0), name, System.StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
