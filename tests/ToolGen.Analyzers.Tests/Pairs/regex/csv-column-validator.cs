// Validates a column of a CSV with a rule behind an interface; an extension method builds the pattern.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public interface ICellRule { bool Accepts(string cell); }

    public sealed class PatternRule(Regex regex) : ICellRule { public bool Accepts(string cell) => regex.IsMatch(cell); }

    public static class RuleExtensions
    {
        public static ICellRule ToRule(this string pattern) => new PatternRule(new Regex(@"\A" + pattern + @"\z"));
    }

    public static class CsvCheck
    {
        public static AITool Create() => AIFunctionFactory.Create(
            (string csv, int column, string pattern) => Wrong(csv, column, pattern.ToRule()),
            new AIFunctionFactoryOptions { Name = "wrong_cells", Description = "Lines of a CSV whose cell does not match." });

        private static List<int> Wrong(string csv, int column, ICellRule rule) =>
            csv.Split('\n').Select((line, i) => (Cells: line.Split(';'), Line: i + 1)).Where(x => x.Cells.Length <= column || !rule.Accepts(x.Cells[column])).Select(x => x.Line).ToList();
    }
}

namespace Fixed
{
    public interface ICellRule { bool Accepts(string cell); }

    public sealed class PatternRule(Regex regex) : ICellRule { public bool Accepts(string cell) => cell.Length <= 1_000 && regex.IsMatch(cell); }

    public static class RuleExtensions
    {
        private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

        public static ICellRule ToRule(this string pattern) => pattern.Length <= 100
            ? new PatternRule(new Regex(@"\A(?:" + pattern + @")\z", Options))
            : throw new ArgumentException("A pattern has at most 100 characters.");
    }

    public static class CsvCheck
    {
        public static AITool Create() => AIFunctionFactory.Create(
            (string csv, int column, string pattern) => Wrong(csv, column, pattern.ToRule()),
            new AIFunctionFactoryOptions { Name = "wrong_cells", Description = "Lines of a CSV whose cell does not match." });

        private static List<int> Wrong(string csv, int column, ICellRule rule) =>
            csv.Split('\n').Select((line, i) => (Cells: line.Split(';'), Line: i + 1)).Where(x => column < 0 || x.Cells.Length <= column || !rule.Accepts(x.Cells[column])).Select(x => x.Line).ToList();
    }
}
