using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Forge.Specs;
using ToolGen.Forge.Worth;
using ToolGen.TestSupport;

namespace ToolGen.Forge.Tests.Worth;

/// <summary>No change is made that no sample could notice.</summary>
[TestClass]
public sealed class EquivalentChangesTests
{
    [TestMethod]
    [DataRow("var most = input.By; if (input.N > most) most = input.N; return new Output(most);", "input.N > most => input.N >= most")]
    [DataRow("return new Output(input.N < input.By ? input.N : input.By);", "input.N < input.By => input.N <= input.By")]
    [DataRow("const string letters = \"abc\"; return new Output(letters.IndexOf('b') + input.N / input.By);", "letters.IndexOf('b') => letters.LastIndexOf('b')")]
    [DataRow("return new Output(Checked(input.N, \"n\")); int Checked(int value, string name) => value < 90 ? value : throw Fail(\"bad_data\", name + \" is too large\");", "\"n\" => \"\"")]
    public void What_could_not_be_noticed_is_not_made(string body, string never)
    {
        var changes = Changes(SpecTexts.Halve(body: body));

        Assert.IsNotEmpty(changes);
        Assert.DoesNotContain(never, changes.Select(Told).ToArray());
    }

    [TestMethod]
    [DataRow("var most = input.By; if (input.N > most) most = input.N - 1; return new Output(most);", "input.N > most => input.N >= most")]
    [DataRow("const string letters = \"abcb\"; return new Output(letters.IndexOf('b') + input.N / input.By);", "letters.IndexOf('b') => letters.LastIndexOf('b')")]
    [DataRow("return new Output(Checked(input.N, \"n\")); int Checked(int value, string name) => value < 90 ? value + name.Length : throw Fail(\"bad_data\", name + \" is too large\");", "\"n\" => \"\"")]
    public void What_could_be_noticed_is(string body, string made) => Assert.Contains(made, Changes(SpecTexts.Halve(body: body)).Select(Told).ToArray());

    [TestMethod]
    [DataRow("feed_items", "__rows2")]
    [DataRow("feed_items", "\"author~\"")]
    [DataRow("split_orders", "\"country~\"")]
    [DataRow("backup_rate", "\"header~\"")]
    public void Words_of_templates_that_only_name_things_stay(string name, string never)
    {
        var changes = Changes(SpecSet.Find([System.IO.Path.Combine(Repository.Root, "tests", "Specs", name + ".tool.json")]).Inputs[0]);

        Assert.IsNotEmpty(changes);
        Assert.HasCount(name == "split_orders" ? 2 : 0, changes.Where(change => change.After == never).ToArray());
    }

    [TestMethod]
    public void A_change_without_a_meaning_is_not_made()
    {
        var changes = Changes(SpecTexts.Halve(body: "var text = \"a\" + input.N; return new Output(text.Length);"));

        Assert.DoesNotContain("\"a\" - input.N", changes.Select(change => change.After).ToArray());
        Assert.Contains("\"\"", changes.Select(change => change.After).ToArray());
    }

    private static string Told(Mutant change) => $"{change.Before} => {change.After}";

    private static Mutant[] Changes(SpecInput input)
    {
        var tool = new Forge().Make([input]).Tools[0];
        Assert.IsTrue(tool.IsRunnable, string.Join("\n", tool.Findings));
        return [.. MutantCompiler.Compile([tool.Compiled!.Unit], new HashSet<int>(), default).Mutants];
    }
}
