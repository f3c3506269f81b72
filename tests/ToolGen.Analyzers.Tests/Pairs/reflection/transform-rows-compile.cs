// Transforms rows of a table; the transformation is C# source that is compiled and loaded into the process.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class TransformPlugin
    {
        [KernelFunction("transform_rows"), Description("Transforms each row with the body of a C# method over string row.")]
        public List<string> Transform(string body, List<string> rows)
        {
            var source = $$"""
                using System; using System.Linq;
                public static class Step { public static string Run(string row) { {{body}} } }
                """;
            var compilation = CSharpCompilation.Create(
                "step-" + Guid.NewGuid().ToString("N"),
                [CSharpSyntaxTree.ParseText(source)],
                AppDomain.CurrentDomain.GetAssemblies().Where(a => !a.IsDynamic && a.Location.Length > 0).Select(a => MetadataReference.CreateFromFile(a.Location)),
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

            using var image = new MemoryStream();
            var result = compilation.Emit(image);
            if (!result.Success) throw new KernelException(string.Join('\n', result.Diagnostics));

            var run = Assembly.Load(image.ToArray()).GetType("Step")!.GetMethod("Run")!.CreateDelegate<Func<string, string>>();
            return rows.ConvertAll(row => run(row));
        }
    }
}

namespace Fixed
{
    public enum RowStep
    {
        Trim,
        Upper,
        Lower,
        CollapseSpaces,
        FirstColumn,
    }

    public sealed class TransformPlugin
    {
        [KernelFunction("transform_rows"), Description("Transforms each row with steps, in their order.")]
        public List<string> Transform(List<RowStep> steps, List<string> rows)
        {
            if (steps.Count > 20) throw new KernelException("At most 20 steps.");
            return rows.ConvertAll(row => steps.Aggregate(row, Apply));
        }

        private static string Apply(string row, RowStep step) => step switch
        {
            RowStep.Trim => row.Trim(),
            RowStep.Upper => row.ToUpperInvariant(),
            RowStep.Lower => row.ToLowerInvariant(),
            RowStep.CollapseSpaces => string.Join(' ', row.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            RowStep.FirstColumn => row.Split(';', 2)[0],
            _ => throw new KernelException("There is no such step."),
        };
    }
}
