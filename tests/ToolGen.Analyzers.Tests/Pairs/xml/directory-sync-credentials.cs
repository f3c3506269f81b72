// Reads people from a directory's XML; the resolver even hands the machine's credentials to whom a DTD points.
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Runtime.Serialization;
using System.Xml;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    [DataContract(Name = "person", Namespace = "")]
    public sealed class Person
    {
        [DataMember(Name = "mail", Order = 0)] public string Mail { get; set; } = "";

        [DataMember(Name = "name", Order = 1)] public string Name { get; set; } = "";
    }

    public sealed class DirectorySync
    {
        private readonly DataContractSerializer serializer = new(typeof(List<Person>), "people", "");

        public AIFunction ImportFunction => AIFunctionFactory.Create((string people) => this.Import(people).Count, "import_people", "Imports people from the directory's XML.");

        private List<Person> Import(string xml)
        {
            using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Parse,
                XmlResolver = new XmlUrlResolver { Credentials = CredentialCache.DefaultCredentials },
            });
            return (List<Person>)this.serializer.ReadObject(reader)!;
        }
    }
}

namespace Fixed
{
    [DataContract(Name = "person", Namespace = "")]
    public sealed class Person
    {
        [DataMember(Name = "mail", Order = 0)] public string Mail { get; set; } = "";

        [DataMember(Name = "name", Order = 1)] public string Name { get; set; } = "";
    }

    public sealed class DirectorySync
    {
        private readonly DataContractSerializer serializer = new(typeof(List<Person>), "people", "");

        public AIFunction ImportFunction => AIFunctionFactory.Create((string people) => this.Import(people).Count, "import_people", "Imports people from the directory's XML.");

        private List<Person> Import(string xml)
        {
            using var text = new StringReader(xml);
            using var reader = XmlDictionaryReader.CreateDictionaryReader(XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit }));
            return (List<Person>)this.serializer.ReadObject(reader)!;
        }
    }
}
