using System.Runtime.Serialization;

namespace ToolGen.Testing;

/// <summary>One sample as a test: where it stands and which catalog has its tool. Plain data, so that test hosts can carry it from process to process.</summary>
[DataContract]
public sealed class ToolSample
{
    /// <summary>The assembly-qualified name of the catalog's class.</summary>
    [DataMember]
    public required string Catalog { get; init; }

    /// <summary>The tool's name, as the spec's file has it.</summary>
    [DataMember]
    public required string Tool { get; init; }

    /// <summary>The absolute path of <c>NAME.tool.json</c>; empty for a method with <c>[Tool]</c>, which has no file.</summary>
    [DataMember]
    public required string SpecPath { get; init; }

    /// <summary>The absolute path of <c>NAME.tests.json</c>; null where there is none.</summary>
    [DataMember]
    public string? TestsPath { get; init; }

    /// <summary>Whether it stands in <c>NAME.tests.json</c>, not in <c>examples</c>.</summary>
    [DataMember]
    public bool IsHeldOut { get; init; }

    /// <summary>Its place in that list from 0; −1: the file cannot be read, and the test says why.</summary>
    [DataMember]
    public int Index { get; init; }

    /// <summary>Such as <c>example 1</c> or <c>test 3 `empty input`</c>.</summary>
    [DataMember]
    public required string Title { get; init; }

    /// <summary>What Test Explorer shows: <c>check_iban › example 1</c>.</summary>
    public override string ToString() => $"{this.Tool} › {this.Title}";
}
