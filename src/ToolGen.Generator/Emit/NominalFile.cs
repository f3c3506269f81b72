using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ToolGen.Generator.Templates;
using ToolGen.Generator.Types;

namespace ToolGen.Generator.Emit;

/// <summary>The nominal types of an assembly (SPEC §2), each once, whoever uses it; a file's text below its head.</summary>
public static class NominalFile
{
    /// <summary>The text; null where there are none.</summary>
    /// <param name="uses">What the tools use, in any order; of two of one x-type the first in ordinal order of their base types counts.</param>
    /// <param name="nameSpace">Of the tools.</param>
    public static string? Of(IEnumerable<NominalUse> uses, string nameSpace)
    {
        var types = uses.OrderBy(use => use.NominalType, StringComparer.Ordinal).ThenBy(use => use.Base, StringComparer.Ordinal).GroupBy(use => use.NominalType).Select(same => same.First()).ToList();
        if (types.Count == 0) return null;
        var text = new StringBuilder();
        foreach (var type in types) text.Append($"[assembly: global::ToolGen.NominalType({CSharpText.Literal(type.NominalType)}, typeof(global::{nameSpace}.{NominalNames.Folder}.{type.ClassName}))]\n");
        text.Append($"\nnamespace {nameSpace}.{NominalNames.Folder}\n{{\n");
        foreach (var type in types)
        {
            text.Append($$"""
                    /// <summary>{{CSharpText.Comment(type.NominalType)}}: in JSON its value alone; in C# no other type converts to it or from it by itself.</summary>
                    [global::System.CodeDom.Compiler.GeneratedCode("ToolGen", "1")]
                    public readonly record struct {{type.ClassName}}({{type.Base}} Value)
                    {
                        public static {{type.ClassName}} Of({{type.Base}} value) => new(value);

                        public static explicit operator {{type.ClassName}}({{type.Base}} value) => new(value);

                        public static explicit operator {{type.Base}}({{type.ClassName}} value) => value.Value;

                        public override string ToString() => global::System.FormattableString.Invariant($"{this.Value}");
                    }


                """);
        }

        text.Length--;
        return text.Append("}\n").ToString();
    }
}
