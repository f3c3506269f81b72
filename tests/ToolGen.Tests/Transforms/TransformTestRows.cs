using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Transforms;

namespace ToolGen.Tests.Transforms;

/// <summary>Shorthands of the tests of this folder.</summary>
internal static class TransformTestRows
{
    public static IReadOnlyList<string[]> Csv(string text, char delimiter = ',', char escape = '"', TransformRun? run = null, bool skipBad = false) =>
        new TransformSource(run ?? new(), text, skipBad).Csv(new(delimiter, escape)).Select(row => row.Values.ToArray()).ToList();

    public static Rows<int> Numbers(TransformRun run, int count) =>
        new TransformSource(run, string.Concat(Enumerable.Range(1, count).Select(n => n + "\n"))).Lines().Select(row => int.Parse(row.Line, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The message of the <c>bad_data</c> (or other) error that a run ends with.</summary>
    public static string Fails(Action act, string code = ToolErrorCodes.BadData)
    {
        var error = Assert.ThrowsExactly<ToolException>(act);
        Assert.AreEqual(code, error.Code, error.Message);
        return error.Message;
    }
}
