using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ToolGen.Registry.Retrieval;

namespace ToolGen.Benchmarks.Retrieval;

/// <summary>
/// Tools of a made language: 20,000 words, common and rare as those of real texts are (the n-th is 1/n as common), between function words of English. The same number gives the same tools.
/// </summary>
internal sealed class MadeTools
{
    private static readonly string[] Function = "the of to a and in for is with on by from that an or as it at be this".Split(' ');

    private static readonly string[] Syllables = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru sta tre pli scho".Split(' ');

    private readonly string[] words;
    private readonly double[] upTo;

    public MadeTools()
    {
        var made = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        var random = new Mixer(17);
        while (made.Count < 20_000) made[string.Concat(Enumerable.Range(0, 2 + random.Below(3)).Select(_ => Syllables[random.Below(Syllables.Length)]))] = true;
        this.words = [.. made.Keys.OrderBy(_ => random.Below(int.MaxValue))];
        this.upTo = new double[this.words.Length];
        for (var i = 0; i < this.upTo.Length; i++) this.upTo[i] = (i == 0 ? 0 : this.upTo[i - 1]) + (1.0 / (i + 10));
    }

    public IReadOnlyList<ToolDocument> Tools(int count) => [.. Enumerable.Range(0, count).Select(this.Tool)];

    /// <summary>A request for a tool: words of its texts and of others, as people write them, one of ten misspelt.</summary>
    public string Request(ToolDocument tool, int number)
    {
        var random = new Mixer(1_000_003UL * (ulong)(number + 1));
        var own = (tool.Description + " " + string.Join(' ', tool.Parameters.Select(parameter => parameter.Description))).Split(' ');
        var text = new StringBuilder("please");
        for (var i = 6 + random.Below(8); i > 0; i--)
        {
            var word = random.Below(3) == 0 ? this.Word(random) : own[random.Below(own.Length)];
            if (random.Below(10) == 0 && word.Length > 4) word = word.Remove(random.Below(word.Length), 1);
            text.Append(' ').Append(word);
        }

        return text.ToString();
    }

    private ToolDocument Tool(int number)
    {
        var random = new Mixer((ulong)number + 1);
        return new()
        {
            Id = number.ToString("x64", System.Globalization.CultureInfo.InvariantCulture),
            Name = $"{this.Word(random)}_{this.Word(random)}_{this.Word(random)}",
            Title = this.Text(random, 3),
            Description = this.Text(random, 12 + random.Below(14)),
            Parameters = [.. Enumerable.Range(0, random.Below(6)).Select(_ => new ToolParameterText(this.Word(random), this.Text(random, 6)))],
            Asks = random.Below(5) == 0 ? [this.Text(random, 9), this.Text(random, 9), this.Text(random, 9)] : [],
            Capabilities = random.Below(3) == 0 ? ["http:GET https://api" + random.Below(200) + ".example"] : [],
            Kind = random.Below(2) == 0 ? "http" : "transform",
        };
    }

    private string Text(Mixer random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => random.Below(5) < 2 ? Function[random.Below(Function.Length)] : this.Word(random)));

    private string Word(Mixer random)
    {
        var at = Array.BinarySearch(this.upTo, random.Below(1 << 30) / (double)(1 << 30) * this.upTo[^1]);
        return this.words[Math.Min(at < 0 ? ~at : at, this.words.Length - 1)];
    }

    /// <summary>SplitMix64: the same numbers on any version of .NET.</summary>
    private sealed class Mixer(ulong seed)
    {
        private ulong state = seed;

        public int Below(int bound)
        {
            var value = this.state += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return (int)((value ^ (value >> 31)) % (ulong)bound);
        }
    }
}
