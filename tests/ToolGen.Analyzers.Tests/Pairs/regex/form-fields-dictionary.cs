// Checks a form's fields; each field comes with the pattern that it must match, from the caller.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Text.RegularExpressions;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed class FormField
    {
        public required string Value { get; init; }
        public string? Pattern { get; init; }
    }

    [McpServerToolType]
    public sealed class FormTools
    {
        [McpServerTool(Name = "check_form"), Description("Names the fields of a form that are wrong.")]
        public string[] Check(Dictionary<string, FormField> fields) =>
            fields.Where(f => f.Value is { Pattern: { Length: > 0 } pattern, Value: var value } && !Matches(value, pattern)).Select(f => f.Key).ToArray();

        private static bool Matches(string value, string pattern) => Regex.IsMatch(value, string.Format("^(?:{0})$", pattern));
    }
}

namespace Fixed
{
    public enum FieldKind { Any, Digits, Postcode, Day }

    public sealed class FormField
    {
        public required string Value { get; init; }
        public FieldKind Kind { get; init; }
    }

    [McpServerToolType]
    public sealed class FormTools
    {
        [McpServerTool(Name = "check_form"), Description("Names the fields of a form that are wrong.")]
        public string[] Check(Dictionary<string, FormField> fields) =>
            fields.Where(f => !Matches(f.Value.Value, f.Value.Kind)).Select(f => f.Key).ToArray();

        private static bool Matches(string value, FieldKind kind)
        {
            var pattern = kind switch
            {
                FieldKind.Digits => @"\A[0-9]{1,20}\z",
                FieldKind.Postcode => @"\A[A-Z0-9][A-Z0-9 -]{2,9}\z",
                FieldKind.Day => @"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\z",
                _ => "",
            };
            return Regex.IsMatch(value, pattern);
        }
    }
}
