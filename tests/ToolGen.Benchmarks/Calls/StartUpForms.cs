using System;
using System.Collections.Generic;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace ToolGen.Benchmarks.Calls;

/// <summary>
/// A published program that makes a thousand tools available, in one of the forms. Available: the process has each tool's name and description as text and its input's schema as
/// bytes of JSON, which is what a request to a model is written from.
/// </summary>
internal static class StartUpForms
{
    public const int Count = 1_000;

    /// <summary>All are listed.</summary>
    public const string List = "list";

    /// <summary>All can be found by name, and one is found and called.</summary>
    public const string Call = "call";

    private static readonly string[] Names = ["wind_chill", "ticket_line", "price_order", "shape_area", "loan_plan"];

    /// <summary>Does one, and prints milliseconds of the processor, and bytes.</summary>
    /// <param name="arguments">What, and the form.</param>
    /// <param name="catalog">Of the generated tools.</param>
    public static int Run(string[] arguments, Func<ToolCatalog> catalog)
    {
        if (arguments is not [var what, var form]) return 2;
        // The methods are the measurement's own: an application names its functions in C#.
        var methods = new[] { "WindChill", "TicketLine", "PriceOrder", "ShapeArea", "LoanPlan" };
        var found = Array.ConvertAll(methods, name => typeof(Functions).GetMethod(name)!);
        var utf8 = """{"temperature":-10.5,"wind":30,"dry":false}"""u8.ToArray();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var start = Environment.CpuUsage.TotalTime;
        var size = (form, what) switch
        {
            ("toolgen", List) => Listed(catalog().Descriptors),
            ("toolgen", Call) => Called(catalog().Find(Names[0])!, utf8),
            ("hand", List) => Listed(Hand()),
            ("hand", Call) => Called(ByName(Hand(), static tool => tool.Descriptor.Name)[Names[0]], utf8),
            ("factory", List) => Listed(Factory(found)),
            ("factory", Call) => Called(ByName(Factory(found), static function => function.Name)[Names[0]], utf8),
            _ => 0,
        };
        var time = Environment.CpuUsage.TotalTime - start;
        if (size == 0) return 2;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds} {GC.GetTotalAllocatedBytes(precise: true) - bytes}"));
        return 0;
    }

    private static HandTool[] Hand()
    {
        var tools = new HandTool[Count];
        for (var i = 0; i < Count; i++) tools[i] = HandListed.Of(i % Names.Length, NameOf(i));
        return tools;
    }

    private static AIFunction[] Factory(MethodInfo[] methods)
    {
        var functions = new AIFunction[Count];
        for (var i = 0; i < Count; i++) functions[i] = FactoryFunction.Of(methods[i % Names.Length], NameOf(i));
        return functions;
    }

    private static string NameOf(int place) => place < Names.Length ? Names[place] : Names[place % Names.Length] + "_" + place.ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, T> ByName<T>(T[] tools, Func<T, string> name)
    {
        var all = new Dictionary<string, T>(tools.Length);
        foreach (var tool in tools) all.Add(name(tool), tool);
        return all;
    }

    private static long Listed(IReadOnlyList<ToolDescriptor> tools)
    {
        var size = 0L;
        foreach (var tool in tools) size += Size(tool.Name, tool.Description, tool.InputSchema.Span);
        return size;
    }

    private static long Listed(HandTool[] tools)
    {
        var size = 0L;
        foreach (var tool in tools) size += Size(tool.Descriptor.Name, tool.Descriptor.Description, tool.Descriptor.InputSchema.Span);
        return size;
    }

    private static long Listed(AIFunction[] functions)
    {
        var size = 0L;
        foreach (var function in functions) size += Size(function.Name, function.Description, JsonMarshal.GetRawUtf8Value(function.JsonSchema));
        return size;
    }

    // The first and the last byte are looked at: they are there.
    private static long Size(string name, string description, ReadOnlySpan<byte> schema) =>
        schema[0] == '{' && schema[^1] == '}' ? name.Length + description.Length + schema.Length : throw new InvalidOperationException($"{name} has no schema");

    private static long Called(Tool tool, byte[] utf8) => tool.CallAsync(utf8, new SystemToolContext()).Result is { IsError: false } result ? result.Output.Length : 0;

    private static long Called(AIFunction function, byte[] utf8)
    {
        using var document = JsonDocument.Parse(utf8);
        return function.InvokeAsync(FactoryFunction.Arguments(document.RootElement)).AsTask().Result!.ToString()!.Length;
    }
}
