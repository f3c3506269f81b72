namespace ToolGen.Specification.Findings;

/// <summary>What can be wrong with the grants of a host, <c>toolgen.json</c> or its configuration section: TG6001–6029; what specs need of them: TG6030–6039.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor NotGrants = new(
        "TG6001",
        "Not grants",
        FindingSeverity.Error,
        "grants are one JSON object, not {0}",
        "Write { } to grant nothing, or an object with folders, databases, secrets, settings and http.",
        "What a file of another shape would grant is anybody's guess, so that nothing runs with it.",
        "[]",
        "{ \"settings\": { \"currency\": \"EUR\" } }");

    public static readonly FindingDescriptor GrantsUnreadable = new(
        "TG6002",
        "Grants can't be read",
        FindingSeverity.Error,
        "the grants file can't be read: {0}",
        "Name a file that can be read with --grants FILE, or none.",
        "Where a host asks for grants and they can't be read, nothing runs: a call with other grants than were meant is worse than none.",
        "toolgen call rates '{}' --grants gone.json",
        "toolgen call rates '{}' --grants toolgen.json");

    public static readonly FindingDescriptor GrantNamesDifferByCase = new(
        "TG6003",
        "Names that differ only by case",
        FindingSeverity.Error,
        "'{0}' and '{1}' differ only by the case of letters",
        "Rename one of them.",
        "Configuration compares names ignoring case, and so do people: one of the two would be taken for the other.",
        "{ \"folders\": { \"data\": { \"path\": \"a\" }, \"Data\": { \"path\": \"b\" } } }",
        "{ \"folders\": { \"data\": { \"path\": \"a\" }, \"archive\": { \"path\": \"b\" } } }");

    public static readonly FindingDescriptor BadOrigin = new(
        "TG6004",
        "Not an origin",
        FindingSeverity.Error,
        "'{0}' won't do as an origin: {1}",
        "Write {2}.",
        "An origin has one form: scheme, host in lower case and ASCII without a dot at its end, a port where it is not the scheme's own. A host is "
        + "compared letter by letter, so that a second way to write it would pass by the guard, or be refused where it was meant.",
        "{ \"http\": { \"allow\": [ { \"origin\": \"https://user@API.example.:443/\" } ] } }",
        "{ \"http\": { \"allow\": [ { \"origin\": \"https://api.example\" } ] } }");

    public static readonly FindingDescriptor BadConnectTo = new(
        "TG6005",
        "Not an address to connect to",
        FindingSeverity.Error,
        "'{0}' won't do as connectTo: {1}",
        "Write {2}.",
        "`connectTo` sends an origin's requests to one fixed address, private ones too, and no name is looked up. So it is an IP address with a port, and nothing that a resolver could read otherwise.",
        "{ \"origin\": \"https://api.example\", \"connectTo\": \"localhost\" }",
        "{ \"origin\": \"https://api.example\", \"connectTo\": \"127.0.0.1:8080\" }");

    public static readonly FindingDescriptor ConnectToDiffers = new(
        "TG6006",
        "Two addresses for one origin",
        FindingSeverity.Error,
        "requests to {0} go to {1} by this entry and to {2} by another",
        "Give every entry of this origin the same connectTo.",
        "An origin is one place. With two addresses, the path of a request would decide which machine sees its secrets.",
        "[ { \"origin\": \"https://api.example/v1/**\", \"connectTo\": \"127.0.0.1:80\" }, { \"origin\": \"https://api.example/v2/**\" } ]",
        "[ { \"origin\": \"https://api.example\", \"connectTo\": \"127.0.0.1:80\" } ]");

    public static readonly FindingDescriptor FolderIsRoot = new(
        "TG6007",
        "A whole disk granted",
        FindingSeverity.Error,
        "the folder '{0}' is {1}, the root of the file system",
        "Grant the one folder that tools need.",
        "Below the root lie the system, the keys of its users and this file.",
        "{ \"folders\": { \"data\": { \"path\": \"/\" } } }",
        "{ \"folders\": { \"data\": { \"path\": \"data\" } } }");

    public static readonly FindingDescriptor FolderMissing = new(
        "TG6008",
        "Granted folder is not there",
        FindingSeverity.Warning,
        "the folder '{0}' is bound to {1}, {2}",
        "Make the folder, or correct the path.",
        "Every use of it will end with an error until it is there.",
        "{ \"folders\": { \"data\": { \"path\": \"dta\" } } }",
        "{ \"folders\": { \"data\": { \"path\": \"data\" } } }");

    public static readonly FindingDescriptor FolderHoldsGrants = new(
        "TG6009",
        "Tools could write the grants",
        FindingSeverity.Error,
        "tools may write below the folder '{0}', and the grants file lies there",
        "Grant a folder below it, or only \"access\": \"read\".",
        "A tool that can write the grants file can grant itself everything.",
        "{ \"folders\": { \"all\": { \"path\": \".\", \"access\": \"readwrite\" } } }",
        "{ \"folders\": { \"out\": { \"path\": \"out\", \"access\": \"readwrite\" } } }");

    public static readonly FindingDescriptor FolderWithin = new(
        "TG6010",
        "Folders within one another",
        FindingSeverity.Warning,
        "the folder '{0}' lies within '{1}', which has more access: {2}",
        "Give both the same access, or move one out of the other.",
        "What one name refuses, the other allows for the same files.",
        "{ \"folders\": { \"work\": { \"path\": \"work\", \"access\": \"readwrite\" }, \"input\": { \"path\": \"work/input\" } } }",
        "{ \"folders\": { \"out\": { \"path\": \"work/out\", \"access\": \"readwrite\" }, \"input\": { \"path\": \"work/input\" } } }");

    public static readonly FindingDescriptor SecretUnencrypted = new(
        "TG6011",
        "Secret goes unencrypted",
        FindingSeverity.Warning,
        "the secret '{0}' may go to {1} without TLS",
        "Write https, or give the origin a connectTo in http.allow.",
        "Everybody between here and there can read it.",
        "{ \"secrets\": { \"key\": { \"env\": \"KEY\", \"origins\": [ \"http://api.example\" ] } } }",
        "{ \"secrets\": { \"key\": { \"env\": \"KEY\", \"origins\": [ \"https://api.example\" ] } } }");

    public static readonly FindingDescriptor PasswordInFile = new(
        "TG6012",
        "Password in the file",
        FindingSeverity.Warning,
        "a password stands in the connection of '{0}'",
        "Write Password=${NAME} and set the environment variable NAME.",
        "Files are copied, committed and shown; a value in the environment is not.",
#pragma warning disable TG3103 // the example of the page, and no secret
        "{ \"provider\": \"postgresql\", \"connection\": \"Host=db;Password=hunter2\" }",
#pragma warning restore TG3103
        "{ \"provider\": \"postgresql\", \"connection\": \"Host=db;Password=${SHOP_PASSWORD}\" }");

    public static readonly FindingDescriptor BadConnection = new(
        "TG6013",
        "Not a connection string",
        FindingSeverity.Error,
        "the connection of '{0}' won't do: {1}",
        "Write keys and values, such as \"Data Source=shop.db\" or \"Host=localhost;Database=shop;Password=${SHOP_PASSWORD}\".",
        "Connection strings are read before anything connects, so that a slip shows here and not in the first call.",
        "{ \"provider\": \"sqlite\", \"connection\": \"shop.db\" }",
        "{ \"provider\": \"sqlite\", \"connection\": \"Data Source=shop.db\" }");

    public static readonly FindingDescriptor MisspelledProvider = new(
        "TG6014",
        "Provider under another name",
        FindingSeverity.Error,
        "'{0}' is called '{1}' here",
        "Write \"{1}\".",
        "`sqlite` and `postgresql` are guarded: one statement, parameters alone, read-only as the session's. Under another name the host's own provider would be meant, whose guards nobody knows.",
        "{ \"provider\": \"postgres\", \"connection\": \"Host=db\" }",
        "{ \"provider\": \"postgresql\", \"connection\": \"Host=db\" }");

    public static readonly FindingDescriptor SecretOriginNotAllowed = new(
        "TG6015",
        "Secret for an origin that is not allowed",
        FindingSeverity.Warning,
        "the secret '{0}' may go to {1}, which http.allow does not have",
        "Add { \"origin\": \"{1}\" } to http.allow, or take the origin away here.",
        "No request goes there, so neither does the secret.",
        "{ \"secrets\": { \"key\": { \"env\": \"KEY\", \"origins\": [ \"https://api.example\" ] } } }",
        "{ \"secrets\": { \"key\": { \"env\": \"KEY\", \"origins\": [ \"https://api.example\" ] } }, \"http\": { \"allow\": [ { \"origin\": \"https://api.example\" } ] } }");

    public static readonly FindingDescriptor RequestAllowedTwice = new(
        "TG6016",
        "Request allowed twice",
        FindingSeverity.Warning,
        "{0} {1} is allowed by an entry before",
        "Keep one of them.",
        "Who takes one away would think that the request is refused from then on.",
        "[ { \"origin\": \"https://api.example\" }, { \"origin\": \"https://api.example\", \"methods\": [ \"GET\" ] } ]",
        "[ { \"origin\": \"https://api.example\" } ]");

    public static readonly FindingDescriptor Unbound = new(
        "TG6030",
        "Not bound here",
        FindingSeverity.Warning,
        "the tool needs {0}, which {1} does not bind",
        "Where the tool is to run with it, add {2}",
        "A spec names folders, databases, secrets and origins; the host binds them. What is not bound is refused when the tool is called. Samples don't need it.",
        "{ \"kind\": \"sql\", \"database\": \"shop\", \"sql\": [ \"SELECT 1\" ] }",
        "toolgen.json: { \"databases\": { \"shop\": { \"provider\": \"sqlite\", \"connection\": \"Data Source=shop.db\" } } }");

    public static readonly FindingDescriptor BoundTooNarrow = new(
        "TG6031",
        "Bound with less access",
        FindingSeverity.Warning,
        "the tool needs {0}, and {1} allows less: {2}",
        "Where the tool is to run with it, write {3}",
        "The name is bound, but not for what the tool does with it; that call would be refused.",
        "{ \"kind\": \"file\", \"write\": \"data/out.csv\" }",
        "toolgen.json: { \"folders\": { \"data\": { \"path\": \"data\", \"access\": \"readwrite\" } } }");
}
