using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using ToolGen.TestSupport;

namespace ToolGen.Benchmarks.Validation;

/// <summary>npm's <c>ajv</c>, schemas compiled, in node: from the registry into a temporary folder, which is deleted in the end.</summary>
internal sealed class AjvJudge : IDisposable
{
    private const string Packages = "ajv@8.20.0";

    // Verdicts: 1 fits, 0 does not, x is no JSON. Times: microseconds of processor time of a round over all values, parsed before or from text.
    private const string Script = """
        const Ajv = require('ajv/dist/2020');
        const { schemas, values, warmUp, warmUpMilliseconds, rounds } = JSON.parse(require('fs').readFileSync(process.argv[2], 'utf8'));
        const ajv = new Ajv({ strict: false, logger: false });
        const compiled = schemas.map(s => ajv.compile(s));
        const parse = t => { try { return [JSON.parse(t)]; } catch { return undefined; } };
        const verdicts = values.map(([s, t]) => { const v = parse(t); return v === undefined ? 'x' : compiled[s](v[0]) ? '1' : '0'; }).join('');
        const parsed = values.map(([s, t]) => [compiled[s], JSON.parse(t)]), texts = values.map(([s, t]) => [compiled[s], t]);
        let kept = 0;
        const time = f => { const a = process.cpuUsage(); f(); const b = process.cpuUsage(a); return b.user + b.system; };
        const series = f => { const start = performance.now(); for (let i = 0; i < warmUp || (warmUp > 0 && performance.now() - start < warmUpMilliseconds); i++) f(); const all = []; for (let i = 0; i < rounds; i++) all.push(time(f)); return all; };
        const fromValues = series(() => { for (const [v, d] of parsed) if (v(d)) kept++; });
        const fromTexts = series(() => { for (const [v, t] of texts) if (v(JSON.parse(t))) kept++; });
        process.stdout.write(JSON.stringify({ verdicts, fromValues, fromTexts, kept, node: process.version }));
        """;

    private readonly NpmFolder folder;

    private AjvJudge(NpmFolder folder) => this.folder = folder;

    /// <summary>Null where there is no npm, or no registry.</summary>
    public static AjvJudge? Install() => NpmFolder.Install(Packages) is { } folder ? new(folder) : null;

    /// <summary>Judges and times.</summary>
    /// <param name="schemas">As published.</param>
    /// <param name="values">The place of each value's schema, and its text.</param>
    /// <param name="warmUp">How often all values are validated before times are taken, in each of the two ways …</param>
    /// <param name="rounds">… and how often then.</param>
    public AjvAnswer Ask(IEnumerable<string> schemas, IEnumerable<(int Schema, byte[] Text)> values, int warmUp = 0, int rounds = 0)
    {
        var input = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{{\"warmUp\":{warmUp},\"warmUpMilliseconds\":{Rates.WarmUpMilliseconds},\"rounds\":{rounds}").Append(",\"schemas\":[").AppendJoin(',', schemas).Append("],\"values\":[")
            .AppendJoin(',', values.Select(value => $"[{value.Schema.ToString(CultureInfo.InvariantCulture)},{JsonSerializer.Serialize(Encoding.UTF8.GetString(value.Text))}]")).Append("]}");
        File.WriteAllText(Path.Combine(this.folder.Path, "input.json"), input.ToString());
        File.WriteAllText(Path.Combine(this.folder.Path, "judge.cjs"), Script);
        var run = this.folder.Node("judge.cjs", "input.json");
        if (run.Code != 0) throw new InvalidOperationException("ajv did not answer: " + run.Error);
        return JsonSerializer.Deserialize<AjvAnswer>(run.Out, JsonSerializerOptions.Web)!;
    }

    /// <inheritdoc/>
    public void Dispose() => this.folder.Dispose();
}

/// <param name="Verdicts">A character a value: 1 fits, 0 does not, x is no JSON.</param>
/// <param name="FromValues">Microseconds of each round over values that were parsed before.</param>
/// <param name="FromTexts">Microseconds of each round with parsing.</param>
/// <param name="Node">The version of node.</param>
internal sealed record AjvAnswer(string Verdicts, double[] FromValues, double[] FromTexts, string Node);
