using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Testing;

/// <summary>Makes one test of every sample of a project, examples and held-out ones.</summary>
/// <example>
/// <code>
/// [TestMethod, ToolSamples(typeof(My.App.Tools.Catalog))]
/// public Task Samples(ToolSample sample) => ToolSampleTest.RunAsync(sample);
/// </code>
/// </example>
/// <param name="catalog">The generated class <c>Catalog</c> of the project.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ToolSamplesAttribute(Type catalog) : Attribute, ITestDataSource
{
    /// <summary>The generated class <c>Catalog</c>.</summary>
    public Type Catalog { get; } = catalog;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The list of samples is not beside the catalog's assembly.</exception>
    public IEnumerable<object?[]> GetData(MethodInfo methodInfo) => SampleList.Of(this.Catalog).Select(sample => new object?[] { sample });

    /// <inheritdoc/>
    public string? GetDisplayName(MethodInfo methodInfo, object?[]? data) => data is [ToolSample sample] ? sample.ToString() : null;
}
