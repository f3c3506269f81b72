using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using ToolGen.Specification.Json;

namespace ToolGen.Specification.Evidence;

/// <summary>The hashes of all that a tool is made from: SHA-256, lower-case hex; null where there is no such part.</summary>
public sealed record ToolIdentity
{
    /// <summary>Of the canonical spec.</summary>
    public string? Spec { get; init; }

    /// <summary>Of <c>NAME.tool.cs</c>.</summary>
    public string? Companion { get; init; }

    /// <summary>Of the templates and schemas of the project's own kind that the spec fills.</summary>
    public string? Template { get; init; }

    /// <summary>The tools that it calls, by steps of <c>compose</c> or from its C#, as resolved, in ordinal order of their names.</summary>
    public EquatableArray<ToolStep> Steps { get; init; }

    /// <summary>The packages that its C# runs with, and all that these need, in ordinal order of their ids.</summary>
    public EquatableArray<PackageLock> Packages { get; init; }

    /// <summary>Of what does the work: implementation, fallback and dependencies in canonical form, and <see cref="Companion"/>. Samples, texts and schemas are no part of it.</summary>
    public string? Code { get; init; }

    /// <summary>Of the C# that was generated.</summary>
    public string? Source { get; init; }

    /// <summary>Of the set of templates that generated it.</summary>
    public string? Templates { get; init; }

    /// <summary>The version's id: <see cref="Spec"/>, <see cref="Companion"/>, <see cref="Template"/>, <see cref="Steps"/> and <see cref="Packages"/> in one hash; null where there is no spec.</summary>
    public string? Id => this.Spec is null ? null : Sha256.Of(JsonWriter.Canonical(JsonMake.Object(
        JsonMake.Member("spec", JsonMake.Text(this.Spec)),
        JsonMake.Member("companion", JsonMake.TextOrNull(this.Companion)),
        JsonMake.Member("template", JsonMake.TextOrNull(this.Template)),
        JsonMake.Member("steps", JsonMake.Object(this.Steps.Select(step => JsonMake.Member(step.Tool, JsonMake.TextOrNull(step.Id))))),
        JsonMake.Member("packages", JsonMake.Object(this.Packages.Select(package => JsonMake.Member(package.Package, JsonMake.Text(package.Version + " " + package.Sha512))))))));
}

/// <summary>A tool that a step of another one calls.</summary>
/// <param name="Tool">Its name.</param>
/// <param name="Id">The id of the version that the name led to; null where it led to none.</param>
public sealed record ToolStep(string Tool, string? Id);

/// <summary>A NuGet package as it was taken.</summary>
/// <param name="Package">Its id.</param>
/// <param name="Version">Its version, normalized.</param>
/// <param name="Sha512">Over its file, base64.</param>
public sealed record PackageLock(string Package, string Version, string Sha512);

/// <summary>Hashes as evidence has them.</summary>
public static class Sha256
{
    /// <summary>Of a text as UTF-8: 64 hexadecimal digits in lower case.</summary>
    public static string Of(string text)
    {
        using var algorithm = SHA256.Create();
        return BitConverter.ToString(algorithm.ComputeHash(Encoding.UTF8.GetBytes(text))).Replace("-", "").ToLowerInvariant();
    }

    /// <summary>Whether a text is such a hash.</summary>
    internal static bool IsOne(string text) => text.Length == 64 && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
}
