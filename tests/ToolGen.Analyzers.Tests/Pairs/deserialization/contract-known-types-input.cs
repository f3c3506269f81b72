// Reads a contract from JSON; which types the serializer may make is a list that the caller sends along.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Runtime.Serialization.Json;
using System.Text;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    [DataContract]
    public sealed class Contract
    {
        [DataMember(Name = "party")] public string Party { get; set; } = "";

        [DataMember(Name = "clauses")] public object[] Clauses { get; set; } = [];
    }

    public sealed class ContractReader
    {
        public AITool Tool => AIFunctionFactory.Create(this.ReadContract);

        [Description("Reads a contract; clauseTypes are the types of its clauses.")]
        public string ReadContract(string json, string[] clauseTypes)
        {
            var known = clauseTypes.Select(name => Type.GetType(name)).OfType<Type>();
            var serializer = new DataContractJsonSerializer(typeof(Contract), known);
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
            var contract = (Contract)serializer.ReadObject(stream)!;
            return $"{contract.Party}: {contract.Clauses.Length} clauses";
        }
    }
}

namespace Fixed
{
    [DataContract(Name = "Payment", Namespace = "")]
    public sealed class PaymentClause
    {
        [DataMember(Name = "days")] public int Days { get; set; }
    }

    [DataContract(Name = "Penalty", Namespace = "")]
    public sealed class PenaltyClause
    {
        [DataMember(Name = "percent")] public decimal Percent { get; set; }
    }

    [DataContract]
    public sealed class Contract
    {
        [DataMember(Name = "party")] public string Party { get; set; } = "";

        [DataMember(Name = "clauses")] public object[] Clauses { get; set; } = [];
    }

    public sealed class ContractReader
    {
        private static readonly Type[] ClauseTypes = [typeof(PaymentClause), typeof(PenaltyClause)];

        public AITool Tool => AIFunctionFactory.Create(this.ReadContract);

        [Description("Reads a contract.")]
        public string ReadContract(string json)
        {
            var serializer = new DataContractJsonSerializer(typeof(Contract), ClauseTypes);
            using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
            var contract = (Contract)serializer.ReadObject(stream)!;
            return $"{contract.Party}: {contract.Clauses.Length} clauses";
        }
    }
}
