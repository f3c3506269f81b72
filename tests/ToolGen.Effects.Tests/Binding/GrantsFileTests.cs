using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace ToolGen.Effects.Tests.Binding;

[TestClass]
public sealed class GrantsFileTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("toolgen grants ").FullName;

    [TestCleanup]
    public void Delete() => Directory.Delete(this.folder, recursive: true);

    [TestMethod]
    public void Everything_that_is_bound_is_read_and_paths_count_from_the_file()
    {
        Directory.CreateDirectory(Path.Combine(this.folder, "data"));
        Directory.CreateDirectory(Path.Combine(this.folder, "out"));
        var read = this.Read("""
            {
              "folders": { "data": { "path": "data" }, "out": { "path": "out", "access": "readwrite" } },
              "databases": { "shop": { "provider": "sqlite", "connection": "Data Source=shop.db" }, "crm": { "provider": "postgresql", "connection": "Host=db;Password=${CRM}", "access": "readwrite" } },
              "secrets": { "key": { "env": "KEY", "origins": ["https://api.example"] } },
              "settings": { "currency": "EUR" },
              "http": { "allow": [{ "origin": "https://api.example/v1/**", "methods": ["GET", "POST"] }, { "origin": "http://localhost:8080", "connectTo": "127.0.0.1:8080" }] }
            }
            """);
        // The secret goes to the whole origin, of which only a path is allowed.
        Assert.AreEqual("", string.Join("\n", read.Findings));
        var grants = read.Require();
        Assert.AreEqual(new FolderGrant(Path.Combine(this.folder, "data")), grants.Folders["data"]);
        Assert.AreEqual(GrantAccess.ReadWrite, grants.Folders["out"].Access);
        StringAssert.Contains(grants.Databases["shop"].Connection, Path.Combine(this.folder, "shop.db"));
        Assert.AreEqual("Host=db;Password=${CRM}", grants.Databases["crm"].Connection);
        Assert.AreEqual("KEY https://api.example", grants.Secrets["key"].Env + " " + grants.Secrets["key"].Origins.Single());
        Assert.AreEqual("EUR", grants.Settings["currency"]);
        Assert.AreEqual("https://api.example/v1/** GET,POST -; http://localhost:8080 GET,HEAD 127.0.0.1:8080", string.Join("; ", grants.Http.Select(one => $"{one.Origin} {string.Join(",", one.Methods)} {one.ConnectTo ?? "-"}")));
    }

    [TestMethod]
    [DataRow("""[]""", """TG6001 []""")]
    [DataRow("""{ "folders": { "data": { "path": "/" } } }""", "TG6007 \"/\"")]
    [DataRow("""{ "folders": { "data": { "path": "gone" } } }""", "TG6008 \"gone\"")]
    [DataRow("""{ "folders": { "all": { "path": ".", "access": "readwrite" } } }""", "TG6009 \".\"")]
    [DataRow("""{ "http": { "allow": [{ "origin": "https://API.example." }] } }""", "TG6004 \"https://API.example.\"")]
    [DataRow("""{ "http": { "allow": [{ "origin": "https://a@api.example" }] } }""", "TG6004 \"https://a@api.example\"")]
    [DataRow("""{ "http": { "allow": [{ "origin": "https://*.example" }] } }""", "TG6004 \"https://*.example\"")]
    [DataRow("""{ "http": { "allow": [{ "origin": "http://2130706433" }] } }""", "TG6004 \"http://2130706433\"")]
    [DataRow("""{ "http": { "allow": [{ "origin": "http://0x7f.1" }] } }""", "TG6004 \"http://0x7f.1\"")]
    [DataRow("""{ "http": { "allow": [{ "origin": "https://a.example", "connectTo": "localhost:1" }] } }""", "TG0035 \"localhost:1\"")]
    [DataRow("""{ "http": { "allow": [{ "origin": "https://a.example", "connectTo": "0.0.0.0:1" }] } }""", "TG6005 \"0.0.0.0:1\"")]
    [DataRow("""{ "http": { "allow": [{ "origin": "https://a.example/x/**", "connectTo": "127.0.0.1:1" }, { "origin": "https://a.example/y/**" }] } }""", "TG6006 \"https://a.example/y/**\"")]
    [DataRow("""{ "secrets": { "k": { "env": "K", "origins": ["http://a.example"] } } }""", "TG6011 \"http://a.example\" TG6015 \"http://a.example\"")]
    [DataRow("""{ "databases": { "d": { "provider": "postgres", "connection": "Host=h" } } }""", "TG6014 \"postgres\"")]
    [DataRow("""{ "databases": { "d": { "provider": "sqlite", "connection": "shop.db" } } }""", "TG6013 \"shop.db\"")]
    [DataRow("""{ "databases": { "d": { "provider": "postgresql", "connection": "Host=h;Password=p" } } }""", "TG6012 \"Host=h;Password=p\"")]
    [DataRow("""{ "databases": { "d": { "provider": "postgresql", "connection": "Host=h;Password=${p" } } }""", "TG6013 \"Host=h;Password=${p\"")]
    [DataRow("""{ "folders": { "data": { "path": "a" }, "Data": { "path": "b" } } }""", "TG6003 \"Data\"")]
    public void What_would_grant_something_else_than_was_meant_is_found_at_its_place(string text, string expected)
    {
        var read = this.Read(text);
        var found = string.Join(" ", read.Findings.Where(finding => finding.Id != "TG6008" || expected.Contains("TG6008", StringComparison.Ordinal)).Select(finding => $"{finding.Id} {text.Substring(finding.Place.Span.Start, finding.Place.Span.Length)}"));
        Assert.AreEqual(expected, found, string.Join("\n", read.Findings));
        if (read.Findings.Any(finding => finding.Severity == Specification.Findings.FindingSeverity.Error)) Assert.ThrowsExactly<GrantsException>(() => read.Require());
    }

    [TestMethod]
    public void A_folder_that_leads_to_the_grants_by_a_link_cannot_be_written()
    {
        Directory.CreateSymbolicLink(Path.Combine(this.folder, "out"), this.folder);
        Assert.AreEqual("TG6009", this.Read("""{ "folders": { "out": { "path": "out", "access": "write" } } }""").Findings.Single().Id);
    }

    [TestMethod]
    public void A_file_that_is_not_there_grants_nothing_and_says_so()
    {
        var read = GrantsFile.Read(Path.Combine(this.folder, "gone.json"));
        Assert.IsNull(read.Grants);
        Assert.AreEqual("TG6002", read.Findings.Single().Id);
        StringAssert.Contains(Assert.ThrowsExactly<GrantsException>(() => read.Require()).Message, "gone.json");
    }

    [TestMethod]
    public void The_configuration_section_says_the_same_and_its_findings_stand_at_keys()
    {
        Directory.CreateDirectory(Path.Combine(this.folder, "data"));
        var read = GrantsSection.Read(
            Configuration(("folders:data:PATH", "data"), ("http:allow:0:origin", "https://api.example"), ("http:allow:0:methods:0", "GET"), ("Settings:currency", "EUR")), this.folder);
        Assert.AreEqual("", string.Join("\n", read.Findings));
        Assert.AreEqual(Path.Combine(this.folder, "data"), read.Require().Folders["data"].Path);
        Assert.AreEqual("GET", read.Require().Http.Single().Methods.Single());
        Assert.AreEqual("EUR", read.Require().Settings["currency"]);

        var wrong = GrantsSection.Read(Configuration(("http:allow:0:origin", "ftp://api.example")), this.folder);
        Assert.IsNull(wrong.Grants);
        Assert.AreEqual("ToolGen:http:allow:0:origin", wrong.Findings.Single().Place.Path);
        Assert.IsEmpty(GrantsSection.Read(Configuration(), this.folder).Require().Http);
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] pairs) =>
        new ConfigurationBuilder().AddInMemoryCollection(pairs.Select(pair => new KeyValuePair<string, string?>("ToolGen:" + pair.Key, pair.Value))).Build();

    private GrantsReading Read(string text) => GrantsFile.Read(Path.Combine(this.folder, "toolgen.json"), Encoding.UTF8.GetBytes(text));
}
