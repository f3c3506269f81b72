using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Checks;

namespace ToolGen.Specification.Tests.Patterns;

/// <summary>Asks node, where there is one, what a pattern means: one process for a whole batch.</summary>
internal static class EcmaScriptOracle
{
    // Texts travel as four hexadecimal digits a UTF-16 unit, so that lone surrogates arrive.
    private const string Script = """
        const un = h => { let s = ''; for (let i = 0; i < h.length; i += 4) s += String.fromCharCode(parseInt(h.substr(i, 4), 16)); return s; };
        const hex = s => { if (s === undefined) return '-'; let h = ''; for (let i = 0; i < s.length; i++) h += s.charCodeAt(i).toString(16).padStart(4, '0'); return h; };
        const out = [];
        for (const line of require('fs').readFileSync(0, 'latin1').split('\n')) {
          if (line === '') continue;
          const [p, t, r] = line.split(',').map(un);
          let re;
          try { re = new RegExp(p, 'gu'); } catch { out.push('error'); continue; }
          const found = [...t.matchAll(re)].map(m => m.index + ':' + [...m].map(hex).join(':'));
          out.push([String(new RegExp(p, 'u').test(t)), hex(t.replace(re, r)), ...found].join(','));
        }
        process.stdout.write(out.join('\n') + '\n');
        """;

    public static IReadOnlyList<string> Ask(IEnumerable<(string Pattern, string Text, string Replacement)> questions)
    {
        var script = Path.Combine(Path.GetTempPath(), $"toolgen-oracle-{Guid.NewGuid():N}.js");
        File.WriteAllText(script, Script);
        try
        {
            using var node = Start(script);
            var answers = node.StandardOutput.ReadToEndAsync();
            foreach (var (pattern, text, replacement) in questions)
                node.StandardInput.Write($"{Hex(pattern)},{Hex(text)},{Hex(replacement)}\n");
            node.StandardInput.Close();
            Assert.IsTrue(node.WaitForExit(300_000), "node did not finish in 5 minutes");
            Assert.AreEqual(0, node.ExitCode);
            return answers.GetAwaiter().GetResult().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            File.Delete(script);
        }
    }

    /// <summary>Our answer in the oracle's words.</summary>
    public static string Answer(EcmaPattern pattern, string text, string replacement)
    {
        var answer = new StringBuilder(pattern.IsMatch(text) ? "true," : "false,").Append(Hex(pattern.Replace(text, replacement)));
        foreach (var match in pattern.Matches(text))
            answer.Append(CultureInfo.InvariantCulture, $",{match.Index}:").AppendJoin(':', match.Groups.Select(Hex));
        return answer.ToString();
    }

    public static string Hex(string? text) => text is null ? "-" : string.Concat(text.Select(unit => ((int)unit).ToString("x4", CultureInfo.InvariantCulture)));

    private static Process Start(string script)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", script) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new AssertInconclusiveException("needs node, which this machine does not have");
        }
    }
}
