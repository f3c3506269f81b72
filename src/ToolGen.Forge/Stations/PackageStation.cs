using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using ToolGen.Forge.Packages;
using ToolGen.Specification;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Specs;

namespace ToolGen.Forge.Stations;

/// <summary>The packages that C# of a spec calls, after Read: those that were granted are taken; where one is not to be had, the spec's <c>fallback</c> takes the place of its implementation.</summary>
internal static class PackageStation
{
    public static ForgedTool Run(ForgedTool tool, PackageShelf shelf, CancellationToken cancellationToken)
    {
        if (tool.Spec is not { Dependencies: { Count: > 0 } dependencies } spec || tool.HasErrors) return tool;
        var clock = Stopwatch.StartNew();
        var packages = new List<TakenPackage>();
        foreach (var dependency in dependencies)
        {
            try
            {
                // Once a set, and only for specs that ask: what follows is work of the compiler, which is not asynchronous either.
                packages.AddRange(shelf.TakeAsync(dependency.Package, dependency.Version, cancellationToken).GetAwaiter().GetResult());
            }
            catch (PackageException problem)
            {
                var place = Place.Of(tool.Document.Source, dependency.Node.Span);
                return spec.Fallback is not null
                    ? WithFallback(With(tool, clock, [new Finding(FindingCatalog.FallbackTaken, place, new(problem.At(place).Message))]))
                    : With(tool, clock, [problem.At(place)]);
            }
        }

        TakenPackage[] all = [.. packages.DistinctBy(package => package.Id, StringComparer.OrdinalIgnoreCase)];
        var reaches = all.Where(package => package.Reaches.Count > 0).Select(package => new Finding(
            FindingCatalog.PackageReaches, Place.Of(tool.Document.Source, Asking(dependencies, package).Node.Span), new(package.Id, package.Version, string.Join(", ", package.Reaches.Select(area => area.Name)))));
        return With(tool, clock, reaches) with { Packages = all };
    }

    /// <summary>The tool as it is where its packages are not to be had.</summary>
    public static ForgedTool WithFallback(ForgedTool tool) => tool with { Spec = tool.Spec! with { Implementation = tool.Spec.Fallback, Fallback = null, Dependencies = [] } };

    /// <summary>The dependency that names the package, or else the first: what it needs in turn stands in no spec.</summary>
    private static Dependency Asking(IReadOnlyList<Dependency> dependencies, TakenPackage package) =>
        dependencies.FirstOrDefault(one => string.Equals(one.Package, package.Id, StringComparison.OrdinalIgnoreCase)) ?? dependencies[0];

    private static ForgedTool With(ForgedTool tool, Stopwatch clock, IEnumerable<Finding> findings) => tool.With(Station.Read, tool.Times.GetValueOrDefault(Station.Read) + clock.Elapsed, findings);
}
