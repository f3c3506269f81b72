namespace ToolGen.Specification.Findings;

/// <summary>NuGet packages that C# of a spec calls, in the forge: TG6060–6069.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor PackageNotGranted = new(
        "TG6060",
        "A package that is not granted",
        FindingSeverity.Error,
        "the package {0} is not granted: {1}",
        "Run `toolgen package {0}`, read what it says, and add the lines that it prints to toolgen.json; or do without the package, or add a `fallback`.",
        "Whoever writes a spec chooses which code of others runs with it. Nothing is looked for, let alone loaded, that the host did not name beforehand, with its hash and with what may be called of it; "
        + "the same holds for what a package needs in turn.",
        "\"dependencies\": [ { \"package\": \"CsvHelper\", \"version\": \"[34.0,35)\" } ]",
        "{ \"packages\": [ { \"package\": \"CsvHelper\", \"version\": \"[34.0.0]\", \"sha512\": \"…\", \"members\": [ \"CsvHelper.CsvParser\" ] } ] }");

    public static readonly FindingDescriptor PackageNotToBeHad = new(
        "TG6061",
        "A package is not to be had",
        FindingSeverity.Error,
        "{0} {1} is not to be had: {2}",
        "Look at the sources of NuGet on this machine, and at the hash that toolgen.json grants.",
        "A package is taken from the sources that NuGet is configured with here, and only where its file has the hash that was granted: another file of the same number is another package.",
        "{ \"packages\": [ { \"package\": \"CsvHelper\", \"version\": \"[340.0.0]\", \"sha512\": \"…\" } ] }",
        "{ \"packages\": [ { \"package\": \"CsvHelper\", \"version\": \"[34.0.0]\", \"sha512\": \"…\" } ] }");

    public static readonly FindingDescriptor PackageRefused = new(
        "TG6062",
        "A package that no tool may use",
        FindingSeverity.Error,
        "{0} {1} {2}",
        "Take a package that is one managed library, or write the code in the spec.",
        "A package can bring more than code to call: native libraries, steps of a build, scripts that install, types that stand in for those of .NET. None of it can be judged by what a tool calls.",
        "runtimes/linux-x64/native/libgit2.so",
        "lib/net8.0/CsvHelper.dll");

    public static readonly FindingDescriptor PackageReaches = new(
        "TG6063",
        "What a package reaches",
        FindingSeverity.Info,
        "{0} {1} reaches beyond values: {2}",
        "Approve the tool only where this fits what it is for, in the sandbox alone; `toolgen package {0}` shows how it reaches them.",
        "The code of a package is not held to the list of members: few libraries would pass it. It is read, and what it touches beyond values is told, so that who approves a tool knows.",
        "files, reflection, code made at run time",
        "nothing: the finding is not there");

    public static readonly FindingDescriptor FallbackTaken = new(
        "TG6064",
        "The fallback takes the place of the implementation",
        FindingSeverity.Warning,
        "`fallback` is what runs here: {0}",
        "Grant the package, or be content with the fallback: its samples are the same.",
        "A spec can say how a tool does without its packages. Which of the two was tried must be known by whoever approves it.",
        "\"fallback\": { \"kind\": \"code\", \"body\": \"…\" } where CsvHelper is not granted",
        "the same where CsvHelper is granted");

    public static readonly FindingDescriptor FallbackFails = new(
        "TG6065",
        "The fallback does not do what the implementation does",
        FindingSeverity.Error,
        "the `fallback` does not stand in for the implementation: {0}",
        "Mend the fallback: it passes every sample that the implementation passes.",
        "On a machine where a package is not to be had the fallback is the tool. It is compiled, judged and tried like the implementation, with the same samples.",
        "\"fallback\": { \"kind\": \"code\", \"body\": \"return new Output(\\\"\\\");\" }",
        "\"fallback\": { \"kind\": \"code\", \"body\": \"return new Output(input.Text.ToUpperInvariant());\" }");
}
