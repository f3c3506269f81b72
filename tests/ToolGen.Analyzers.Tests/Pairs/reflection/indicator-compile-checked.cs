// Computes an indicator over prices from compiled source; only using lines are looked at before the code is loaded.
using System;
using System.IO;
using System.Linq;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ToolGen;

namespace Vulnerable
{
    public static class IndicatorCompiler
    {
        public static Func<double[], double> Compile(string expression)
        {
            var tree = CSharpSyntaxTree.ParseText("public static class I { public static double V(double[] p) => " + expression + "; }");
            if (tree.GetCompilationUnitRoot().Usings.Any()) throw new ToolException(ToolErrorCodes.InvalidInput, "no using lines");

            var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
            var references = Directory.EnumerateFiles(runtime, "System*.dll").Select(f => (MetadataReference)MetadataReference.CreateFromFile(f));
            var compilation = CSharpCompilation.Create("I" + Guid.NewGuid().ToString("N"), [tree], references, new(OutputKind.DynamicallyLinkedLibrary));

            var stream = new MemoryStream();
            if (!compilation.Emit(stream).Success) throw new ToolException(ToolErrorCodes.InvalidInput, "the indicator does not compile");
            stream.Position = 0;
            var type = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(stream).GetType("I")!;
            return type.GetMethod("V")!.CreateDelegate<Func<double[], double>>();
        }
    }

    public sealed class IndicatorTools
    {
        /// <summary>Computes an indicator over prices.</summary>
        /// <param name="indicator">C# expression over the array p.</param>
        [Tool(ReadOnly = true)]
        public double ComputeIndicator(string indicator, double[] prices) => IndicatorCompiler.Compile(indicator)(prices);
    }
}

namespace Fixed
{
    public abstract record Indicator
    {
        public abstract double Over(ReadOnlySpan<double> prices);

        public static Indicator Of(string name, int window) => name switch
        {
            "average" => new Average(window),
            "momentum" => new Momentum(window),
            _ => throw new ToolException(ToolErrorCodes.InvalidInput, "the indicator is average or momentum"),
        };
    }

    public sealed record Average(int Window) : Indicator
    {
        public override double Over(ReadOnlySpan<double> prices)
        {
            var sum = 0.0;
            foreach (var price in prices[^Window..]) sum += price;
            return sum / Window;
        }
    }

    public sealed record Momentum(int Window) : Indicator
    {
        public override double Over(ReadOnlySpan<double> prices) => prices[^1] - prices[^Window];
    }

    public sealed class IndicatorTools
    {
        /// <summary>Computes an indicator over prices.</summary>
        /// <param name="indicator">average or momentum.</param>
        /// <param name="window">How many of the last prices count.</param>
        [Tool(ReadOnly = true)]
        public double ComputeIndicator(string indicator, int window, double[] prices)
        {
            if (prices.Length is 0 or > 100_000) throw new ToolException(ToolErrorCodes.InvalidInput, "give 1 to 100,000 prices");
            return Indicator.Of(indicator, Math.Clamp(window, 1, prices.Length)).Over(prices);
        }
    }
}
