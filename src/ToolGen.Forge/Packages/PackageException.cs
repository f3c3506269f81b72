using System;
using System.Collections.Generic;
using System.Globalization;
using ToolGen.Specification;
using ToolGen.Specification.Findings;

namespace ToolGen.Forge.Packages;

/// <summary>Why a package is not taken.</summary>
public sealed class PackageException : Exception
{
    private PackageException(FindingDescriptor descriptor, params string[] arguments)
        : base(string.Format(CultureInfo.InvariantCulture, descriptor.Message, arguments))
    {
        this.Descriptor = descriptor;
        this.Arguments = arguments;
    }

    /// <summary>The finding that tells it: TG6060, TG6061 or TG6062.</summary>
    public FindingDescriptor Descriptor { get; }

    /// <summary>What to do about it.</summary>
    public string Remedy => string.Format(CultureInfo.InvariantCulture, this.Descriptor.Remedy, [.. this.Arguments]);

    /// <summary>For the finding's message.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>The finding, where it stands.</summary>
    public Finding At(Place place) => new(this.Descriptor, place, this.Arguments.ToEquatableArray());

    internal static PackageException NotGranted(string id, string why) => new(FindingCatalog.PackageNotGranted, id, why);

    internal static PackageException NotToBeHad(string id, string version, string why) => new(FindingCatalog.PackageNotToBeHad, id, version, why);

    internal static PackageException Refused(string id, string version, string what) => new(FindingCatalog.PackageRefused, id, version, what);
}
