using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.Extensions.AI;
using ToolGen.TestSupport;

namespace ToolGen.Benchmarks.Calls;

/// <summary>One function in its three forms, and calls of it.</summary>
/// <param name="Name">As in its spec.</param>
/// <param name="Tool">Makes the tool that the generator made of the spec.</param>
/// <param name="Hand">By hand.</param>
/// <param name="Method">What the factory makes a function of.</param>
/// <param name="Right">Arguments that fit; the first is the one that is timed.</param>
/// <param name="Wrong">Arguments that do not.</param>
internal sealed record CallCase(string Name, Func<Tool> Tool, HandCall Hand, MethodInfo Method, string[] Right, string[] Wrong)
{
    /// <summary>From small scalars to a bigger output.</summary>
    public static IReadOnlyList<CallCase> All { get; } =
    [
        new("wind_chill", () => new Tools.WindChill(), HandWritten.WindChill, MethodOf(nameof(Functions.WindChill)),
            ["""{"temperature":-10.5,"wind":30,"dry":false}""", """{"wind":5,"temperature":10}"""],
            ["{}", """{"temperature":11,"wind":30}""", """{"temperature":-1,"wind":4}""", """{"temperature":-1,"wind":30.5}""", """{"temperature":-1,"wind":30,"wet":1}""", """{"temperature":"-1","wind":30}""", """{"temperature":-1,"wind":30,"wind":31}"""]),
        new("ticket_line", () => new Tools.TicketLine(), HandWritten.TicketLine, MethodOf(nameof(Functions.TicketLine)),
            ["""{"id":"SHOP-1042","title":"Cart loses its items after a change of currency","priority":"high","owner":"mira"}""", """{"id":"AB-1","title":"Größe \"XL\" fehlt","priority":"low"}"""],
            ["""{"id":"shop-1","title":"x","priority":"low"}""", """{"id":"AB-1\n","title":"x","priority":"low"}""", """{"id":"AB-1","title":"","priority":"low"}""", """{"id":"AB-1","title":"x","priority":"lowest"}""", """{"id":"AB-1","title":"x"}""", """{"id":"AB-1","title":"x","priority":"low","owner":null}"""]),
        new("price_order", () => new Tools.PriceOrder(), HandWritten.PriceOrder, MethodOf(nameof(Functions.PriceOrder)),
            [Order(5), Order(1), Order(100)],
            [Order(0), Order(101), Order(2).Replace("\"DE\"", "\"Germany\"", StringComparison.Ordinal), Order(2).Replace(":2,", ":0,", StringComparison.Ordinal), Order(2).Replace("\"sku\"", "\"SKU\"", StringComparison.Ordinal)]),
        new("shape_area", () => new Tools.ShapeArea(), HandWritten.ShapeArea, MethodOf(nameof(Functions.ShapeArea)),
            ["""{"shape":{"kind":"rectangle","width":2.5,"height":4}}""", """{"shape":{"kind":"circle","radius":1.25}}""", """{"shape":{"kind":"triangle","base":3,"height":7}}"""],
            ["""{"shape":{"kind":"oval","radius":1}}""", """{"shape":{"kind":"circle","radius":-1}}""", """{"shape":{"kind":"circle","width":1}}""", """{"shape":null}"""]),
        new("loan_plan", () => new Tools.LoanPlan(), HandWritten.LoanPlan, MethodOf(nameof(Functions.LoanPlan)),
            ["""{"amount":250000,"rate":3.75,"months":60}""", """{"amount":100,"rate":12,"months":2}"""],
            ["""{"amount":0,"rate":3.75,"months":60}""", """{"amount":250000,"rate":3.75,"months":601}""", """{"amount":250000,"rate":0.001,"months":6}""", """{"amount":1e999,"rate":3.75,"months":6}"""]),
    ];

    /// <summary>The tool by hand; what a model sees of it is a stub.</summary>
    public HandTool ByHand() => new(StubDescriptor.Of(this.Name, kind: "hand"), this.Hand);

    /// <summary>A function of the same method by the factory.</summary>
    public AIFunction Make() => FactoryFunction.Of(this.Method, this.Name);

    private static MethodInfo MethodOf(string name) => typeof(Functions).GetMethod(name)!;

    private static string Order(int lines) =>
        $$"""{"customer":{"name":"Ada Lovelace","country":"DE"},"lines":[{{string.Join(",", Enumerable.Range(0, lines).Select(i => $$"""{"sku":"TEA-{{i}}","quantity":2,"price":4.75}"""))}}]}""";
}
