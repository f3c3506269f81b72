namespace ToolGen.Specification.Findings;

/// <summary>Files, requests and what leaves by them: {0} is the member that it reaches, {1} what arrives.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor PathFromInput = new(
        "TG3002",
        "Path from input",
        FindingSeverity.Warning,
        "{1} can lead {0} out of its folder",
        "Make the path full with Path.GetFullPath and refuse it unless it begins with the folder's own full path and a separator; or take Path.GetFileName of what you were given.",
        "`..` climbs out of a folder, and a path from the root forgets the folder that it is combined with. A folder's name without a separator at its end is also the beginning of its neighbour's name.",
        "return File.ReadAllText(Path.Combine(root, name));",
        "var full = Path.GetFullPath(Path.Combine(root, name));\nif (!full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw new ArgumentException(\"outside the folder\");\nreturn File.ReadAllText(full);");

    public static readonly FindingDescriptor PathFromArchive = new(
        "TG3003",
        "Path from an archive",
        FindingSeverity.Warning,
        "{1} can lead {0} out of the folder that is unpacked to",
        "Make the path full with Path.GetFullPath and refuse it unless it begins with the folder's own full path and a separator; or let ZipFile.ExtractToDirectory unpack the whole.",
        "Whoever packed the archive chose the names of its entries: `../../home/user/.ssh/authorized_keys` is one.",
        "entry.ExtractToFile(Path.Combine(folder, entry.FullName));",
        "var full = Path.GetFullPath(Path.Combine(folder, entry.FullName));\nif (!full.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw new InvalidDataException(entry.FullName);\nentry.ExtractToFile(full);");

    public static readonly FindingDescriptor HostFromInput = new(
        "TG3007",
        "Host from input",
        FindingSeverity.Warning,
        "{1} can decide where {0} goes",
        "Keep scheme and host constant and escape what is put behind them (Uri.EscapeDataString), or compare Uri.Host with a fixed set of hosts.",
        "The request is made from inside your network, with its rights: the cloud's metadata service, databases and administration pages answer it. A list of forbidden hosts does not help: names resolve to any address, and answers redirect.",
        "return await client.GetStringAsync(url);",
        "return await client.GetStringAsync(\"https://api.example.com/items/\" + Uri.EscapeDataString(item));");

    public static readonly FindingDescriptor SecretLeaves = new(
        "TG3008",
        "Secret leaves",
        FindingSeverity.Warning,
        "{1} leaves by {0}",
        "Tell that it is set, or a name for it; give it only to the service that it is for, in the header of a request to a fixed host.",
        "What a tool answers, throws or logs is read by models and people, and what stands in an address is kept by every server and proxy on the way.",
        "return $\"connected with {Environment.GetEnvironmentVariable(\"API_KEY\")}\";",
        "return Environment.GetEnvironmentVariable(\"API_KEY\") is null ? \"no key is set\" : \"connected\";");

    public static readonly FindingDescriptor DataToInput = new(
        "TG3009",
        "Data to where input says",
        FindingSeverity.Warning,
        "{1} is sent by {0} to where input says",
        "Send it to a fixed host or address, or choose that from a fixed set.",
        "A model that read a hostile text can be talked into sending what this machine holds to somebody else's server.",
        "await client.PostAsync(url, new StringContent(await File.ReadAllTextAsync(\"report.csv\")));",
        "await client.PostAsync(\"https://reports.example.com/upload\", new StringContent(await File.ReadAllTextAsync(\"report.csv\")));");
}
