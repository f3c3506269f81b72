using System;
using System.IO;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ToolGen.Server.Http;

namespace ToolGen.Server.Tests;

[TestClass]
public sealed class TokenFileTests
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("toolgen-tokens-");

    private string File => Path.Combine(this.folder.FullName, "tokens.json");

    [TestCleanup]
    public void Clean() => this.folder.Delete(recursive: true);

    [TestMethod]
    public void Each_principal_has_its_own_token_and_the_file_holds_none_of_them()
    {
        var (alice, bob) = (TokenFile.Add(this.File, "alice"), TokenFile.Add(this.File, "bob@example"));
        var tokens = TokenFile.Read(this.File);
        Assert.AreEqual("alice", tokens.PrincipalOf(alice));
        Assert.AreEqual("bob@example", tokens.PrincipalOf(bob));
        Assert.IsNull(tokens.PrincipalOf(alice + " "));
        Assert.IsNull(tokens.PrincipalOf(""));
        Assert.IsNull(tokens.PrincipalOf(new string('x', 1_000_000)));
        var text = System.IO.File.ReadAllText(this.File);
        Assert.IsFalse(text.Contains(alice, StringComparison.Ordinal) || text.Contains(bob, StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows()) Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(this.File));
    }

    [TestMethod]
    public void Who_is_taken_out_is_refused_and_a_file_that_says_nothing_lets_nobody_in()
    {
        var alice = TokenFile.Add(this.File, "alice");
        var time = new SetTime();
        var tokens = TokenFile.Read(this.File, time);
        Assert.AreEqual("alice", tokens.PrincipalOf(alice));
        System.IO.File.WriteAllText(this.File, """{"tokens": []}""");
        time.Add(TimeSpan.FromSeconds(2));
        Assert.IsNull(tokens.PrincipalOf(alice));
        System.IO.File.Delete(this.File);
        alice = TokenFile.Add(this.File, "alice");
        time.Add(TimeSpan.FromSeconds(2));
        Assert.AreEqual("alice", tokens.PrincipalOf(alice));
        System.IO.File.WriteAllText(this.File, "{");
        time.Add(TimeSpan.FromSeconds(2));
        Assert.IsNull(tokens.PrincipalOf(alice));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("[]")]
    [DataRow("{}")]
    [DataRow("""{"tokens": [{"principal": "a"}]}""")]
    [DataRow("""{"tokens": [{"principal": "a b", "sha256": "0000000000000000000000000000000000000000000000000000000000000000"}]}""")]
    [DataRow("""{"tokens": [{"principal": "a", "sha256": "00"}]}""")]
    [DataRow("""{"tokens": [{"principal": "a", "sha256": 0}]}""")]
    [DataRow("""{"tokens": [], "more": 1}""")]
    [DataRow("""{"tokens": [{"principal": "a", "sha256": "0000000000000000000000000000000000000000000000000000000000000000", "x": 1}]}""")]
    public void A_file_that_says_something_else_is_none(string text)
    {
        System.IO.File.WriteAllText(this.File, text);
        Assert.ThrowsExactly<TokenFileException>(() => TokenFile.Read(this.File));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("a b")]
    [DataRow("a\nb")]
    [DataRow("änne")]
    public void A_principal_is_a_plain_name(string name) => Assert.ThrowsExactly<TokenFileException>(() => TokenFile.Add(this.File, name));

    private sealed class SetTime : TimeProvider
    {
        private long ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Add(TimeSpan more) => this.ticks += more.Ticks;

        public override long GetTimestamp() => Interlocked.Read(ref this.ticks);
    }
}
