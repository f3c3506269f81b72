using System;
using System.Reflection;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Testing;

/// <summary>The tools of a generated class <c>Catalog</c>.</summary>
internal static class CatalogTools
{
    /// <summary>Null where the class is none.</summary>
    public static ToolCatalog? Find(Type catalog) => catalog.GetProperty("Tools", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as ToolCatalog;

    /// <exception cref="AssertFailedException">The class is none.</exception>
    public static ToolCatalog Of(Type catalog) => Find(catalog)
        ?? throw new AssertFailedException($"{catalog} is no catalog: it has no static property Tools of type {typeof(ToolCatalog)}.");
}
