// Evaluates an arithmetic formula; the parser calls itself once for each parenthesis, and a stack overflow ends the process.
using System;
using System.ComponentModel;
using System.Globalization;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public static class FormulaTools
    {
        [McpServerTool(Name = "evaluate"), Description("Evaluates a formula of + - * / and parentheses.")]
        public static double Evaluate(string formula)
        {
            var at = 0;
            var value = Sum(formula, ref at);
            return at == formula.Length ? value : throw new FormatException($"unexpected sign at {at}");
        }

        private static double Sum(string text, ref int at)
        {
            var value = Product(text, ref at);
            while (at < text.Length && text[at] is '+' or '-')
            {
                value = text[at++] == '+' ? value + Product(text, ref at) : value - Product(text, ref at);
            }

            return value;
        }

        private static double Product(string text, ref int at)
        {
            var value = Factor(text, ref at);
            while (at < text.Length && text[at] is '*' or '/')
            {
                value = text[at++] == '*' ? value * Factor(text, ref at) : value / Factor(text, ref at);
            }

            return value;
        }

        private static double Factor(string text, ref int at)
        {
            if (at < text.Length && text[at] == '(')
            {
                at++;
                var inner = Sum(text, ref at);
                at++;
                return inner;
            }

            var start = at;
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.')) at++;
            return double.Parse(text.AsSpan(start, at - start), CultureInfo.InvariantCulture);
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public static class FormulaTools
    {
        [McpServerTool(Name = "evaluate"), Description("Evaluates a formula of + - * / and parentheses.")]
        public static double Evaluate(string formula) => new Parser(formula).Run();

        private sealed class Parser(string text)
        {
            private const int MaxDepth = 50;
            private int at;
            private int depth;

            public double Run()
            {
                var value = Sum();
                return at == text.Length ? value : throw new FormatException($"unexpected sign at {at}");
            }

            private double Sum()
            {
                if (++depth > MaxDepth) throw new FormatException($"parentheses are nested deeper than {MaxDepth}");
                var value = Product();
                while (at < text.Length && text[at] is '+' or '-')
                {
                    value = text[at++] == '+' ? value + Product() : value - Product();
                }

                depth--;
                return value;
            }

            private double Product()
            {
                var value = Factor();
                while (at < text.Length && text[at] is '*' or '/')
                {
                    value = text[at++] == '*' ? value * Factor() : value / Factor();
                }

                return value;
            }

            private double Factor()
            {
                if (at < text.Length && text[at] == '(')
                {
                    at++;
                    var inner = Sum();
                    at++;
                    return inner;
                }

                var start = at;
                while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.')) at++;
                return double.Parse(text.AsSpan(start, at - start), CultureInfo.InvariantCulture);
            }
        }
    }
}
