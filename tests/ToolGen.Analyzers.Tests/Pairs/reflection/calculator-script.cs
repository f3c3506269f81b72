// A calculator; the expression is C# that the process runs.
using System;
using System.ComponentModel;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class CalculatorTools
    {
        [McpServerTool(Name = "calculate", ReadOnly = true), Description("Works out an arithmetic expression.")]
        public static async Task<string> CalculateAsync([Description("Such as (2 + 3) * 4")] string expression, CancellationToken cancellationToken)
        {
            try
            {
                var options = ScriptOptions.Default.WithImports("System", "System.Math");
                var result = await CSharpScript.EvaluateAsync<object>(expression, options, cancellationToken: cancellationToken);
                return Convert.ToString(result, CultureInfo.InvariantCulture) ?? "";
            }
            catch (CompilationErrorException e)
            {
                throw new McpException(string.Join(Environment.NewLine, e.Diagnostics));
            }
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class CalculatorTools
    {
        [McpServerTool(Name = "calculate", ReadOnly = true), Description("Works out an expression of numbers, + - * / and brackets.")]
        public static string Calculate([Description("Such as (2 + 3) * 4")] string expression)
        {
            if (expression.Length > 500) throw new McpException("The expression is too long.");
            var reader = new Reader(expression.Replace(" ", ""));
            var value = reader.Sum(0);
            if (!reader.AtEnd) throw new McpException("The expression is not understood.");
            return value.ToString(CultureInfo.InvariantCulture);
        }

        private sealed class Reader(string text)
        {
            private int at;

            public bool AtEnd => at == text.Length;

            public double Sum(int depth)
            {
                var value = Product(depth);
                while (!AtEnd && text[at] is '+' or '-') value = text[at++] == '+' ? value + Product(depth) : value - Product(depth);
                return value;
            }

            private double Product(int depth)
            {
                var value = Factor(depth);
                while (!AtEnd && text[at] is '*' or '/') value = text[at++] == '*' ? value * Factor(depth) : value / Factor(depth);
                return value;
            }

            private double Factor(int depth)
            {
                if (depth > 50 || AtEnd) throw new McpException("The expression is not understood.");
                if (text[at] == '(')
                {
                    at++;
                    var inner = Sum(depth + 1);
                    if (AtEnd || text[at++] != ')') throw new McpException("A bracket is missing.");
                    return inner;
                }

                var start = at;
                while (!AtEnd && (char.IsAsciiDigit(text[at]) || text[at] == '.')) at++;
                return double.TryParse(text.AsSpan(start, at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : throw new McpException("The expression is not understood.");
            }
        }
    }
}
