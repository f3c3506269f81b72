using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Specification.Findings;
using ToolGen.TestSupport;

namespace ToolGen.Specification.Tests.Findings;

/// <summary>Pages and presets are made from the catalog; <c>TOOLGEN_WRITE_PAGES=1</c> writes them anew.</summary>
[TestClass]
public sealed class FindingPagesTests
{
    private static string Folder => Path.Combine(SharedData.Repository, "analyzers", "docs");

    [TestMethod]
    public void Every_finding_has_its_page_and_no_page_is_stale()
    {
        var expected = FindingCatalog.All.ToDictionary(d => d.Id + ".md", FindingPage.Render);
        foreach (var station in Stations()) expected.Add(PageOf(station.Key), Table(station));
        expected.Add("README.md", Index());
        if (Environment.GetEnvironmentVariable("TOOLGEN_WRITE_PAGES") == "1")
        {
            foreach (var stale in Directory.GetFiles(Folder, "*.md")) File.Delete(stale);
            foreach (var (name, text) in expected) File.WriteAllText(Path.Combine(Folder, name), text);
        }

        var found = Directory.GetFiles(Folder, "*.md").ToDictionary(path => Path.GetFileName(path)!, path => File.ReadAllText(path).ReplaceLineEndings("\n"));
        CollectionAssert.AreEquivalent(expected.Keys.ToArray(), found.Keys.ToArray(), "run the tests with TOOLGEN_WRITE_PAGES=1 and commit analyzers/docs");
        foreach (var (name, text) in expected) Assert.AreEqual(text, found[name], name);
    }

    [TestMethod]
    [DataRow(ProfilePreset.Recommended)]
    [DataRow(ProfilePreset.Strict)]
    public void A_preset_weighs_every_finding_of_security(string profile)
    {
        var path = Path.Combine(SharedData.Repository, "analyzers", "ToolGen.Analyzers", "build", $"toolgen.{profile}.globalconfig");
        if (Environment.GetEnvironmentVariable("TOOLGEN_WRITE_PAGES") == "1") File.WriteAllText(path, ProfilePreset.Render(profile));
        Assert.AreEqual(ProfilePreset.Render(profile), File.ReadAllText(path).ReplaceLineEndings("\n"), "run the tests with TOOLGEN_WRITE_PAGES=1 and commit the presets");
    }

    [TestMethod]
    public void Ids_are_unique_and_well_formed()
    {
        var ids = FindingCatalog.All.Select(d => d.Id).ToArray();
        CollectionAssert.AllItemsAreUnique(ids);
        foreach (var id in ids) StringAssert.Matches(id, new("^TG[0-69][0-9]{3}$"));
    }

    [TestMethod]
    public void Every_finding_says_what_to_write_instead()
    {
        foreach (var descriptor in FindingCatalog.All.Where(d => d.Severity == FindingSeverity.Error && d.Id[2] != '9'))
            Assert.AreNotEqual("", descriptor.Remedy, descriptor.Id);
    }

    private static IEnumerable<IGrouping<string, FindingDescriptor>> Stations() => FindingCatalog.All.GroupBy(d => FindingPage.StationOf(d.Id));

    private static string PageOf(string station) => station.Replace(' ', '-') + ".md";

    private static string Index()
    {
        var text = new StringBuilder("# Findings\n\nMade from the catalog in `src/ToolGen.Specification/Findings`; one page a finding, one list a station. The first digit of an id is its station's.\n\n| station | ids | findings |\n|---|---|---|\n");
        foreach (var station in Stations()) text.Append($"| [{station.Key}]({PageOf(station.Key)}) | {station.First().Id} to {station.Last().Id} | {station.Count()} |\n");
        return text.ToString();
    }

    private static string Table(IGrouping<string, FindingDescriptor> station)
    {
        var text = new StringBuilder($"# Findings: {station.Key}\n\nMade from the catalog; [all stations](README.md).\n\n| id | title | severity |\n|---|---|---|\n");
        foreach (var d in station) text.Append($"| [{d.Id}]({d.Id}.md) | {d.Title} | {d.Severity.ToString().ToLowerInvariant()} |\n");
        return text.ToString();
    }
}
